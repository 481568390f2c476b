using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What we take from an activity. Everything else in it may be there, and is left alone.</summary>
internal sealed record InboundActivity
{
    public required string Type { get; init; }

    /// <summary>The channel's id of this activity; null where a simple client gives none.</summary>
    public string? Id { get; init; }

    public required string ChannelId { get; init; }

    public Uri? ServiceUrl { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public required ChannelAccount From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public required ConversationAccount Conversation { get; init; }

    /// <summary>The words, without markup and without our own name.</summary>
    public string Text { get; init; } = "";

    public ChoiceValue? Choice { get; init; }

    /// <summary>Whether it says anything: words, a button, a picture. Teams also sends messages that say nothing.</summary>
    public bool SaysSomething { get; init; }

    public string? Locale { get; init; }

    /// <summary>Whether the sender waits for our answer in the response to its request.</summary>
    public bool ExpectsReplies { get; init; }

    public IReadOnlyList<ChannelAccount> MembersAdded { get; init; } = [];

    /// <summary>Whether anything follows from it; what only tells something is taken and left alone.</summary>
    public bool AsksSomething => Type is ActivityReader.Message || MembersAdded.Count > 0;

    public ConversationReference Reference => new()
    {
        ChannelId = ChannelId,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Bot = Recipient,
        User = From,
        ActivityId = Id,
    };
}
