using System.Text.Json.Serialization;
using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>One button. Shape: CardAction.</summary>
/// <remarks>A messageBack shows the words it stands for in the talk, and carries what we need beside them.</remarks>
internal sealed record CardAction(string Type, string Title, string Text, string DisplayText, string Value)
{
    public static CardAction Of(RenderedChoice choice) =>
        new("messageBack", choice.Title, choice.Title, choice.Title, choice.Value);
}

/// <summary>Buttons under a message. Shape: SuggestedActions.</summary>
internal sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

/// <summary>Something beside the words. Shape: Attachment.</summary>
internal sealed record Attachment(string ContentType, object Content);

/// <summary>A message on its way out. Shape: Activity of the activity protocol; no id and no serviceUrl (A2030, A2304).</summary>
internal sealed record OutboundActivity
{
    /// <summary>The field of a card's data that carries the choice.</summary>
    public const string ChoiceField = "choice";

    public string Type { get; init; } = "message";

    public required string ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public required ChannelAccount Recipient { get; init; }

    public required ConversationAccount Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public required string Text { get; init; }

    public string TextFormat { get; init; } = "plain";

    public required string Speak { get; init; }

    /// <summary>The long form of the protocol's word: every client knows only that one.</summary>
    public required string InputHint { get; init; }

    public required string Locale { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SuggestedActions? SuggestedActions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public static OutboundActivity Of(RenderedMessage message, ConversationReference to)
    {
        // Teams shows suggested actions in private chats only, and types their value out loud; a card does neither.
        var asCard = to.ChannelId is "msteams" && message.Choices.Count > 0;
        return new OutboundActivity
        {
            ChannelId = to.ChannelId,
            From = to.Bot,
            Recipient = to.User,
            Conversation = to.Conversation,
            ReplyToId = to.ActivityId,
            Text = message.Text,
            Speak = message.Speak,
            InputHint = message.AwaitsAnswer ? "expectingInput" : "acceptingInput",
            Locale = SpokenLocale(message.Language),
            SuggestedActions = message.Choices.Count > 0 && !asCard
                ? new SuggestedActions([.. message.Choices.Select(CardAction.Of)])
                : null,
            Attachments = asCard ? [ChoiceCard.Of(message.Choices)] : null,
        };
    }

    // Voices are chosen by region; a bare language would get the client's own, which is rarely Dutch.
    private static string SpokenLocale(string language) => language switch
    {
        "nl" => "nl-NL",
        "en" => "en-GB",
        _ => language,
    };
}
