using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>One conversation of the Direct Line: the page of one person.</summary>
internal sealed class ChatConversation
{
    public required string Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>One activity of a conversation, as it is shown; stored, so that a dropped connection loses none.</summary>
internal sealed class ChatActivity
{
    public required string ConversationId { get; init; }

    /// <summary>Its place in the conversation, from 1 without a gap.</summary>
    public required long Watermark { get; init; }

    /// <summary>What makes it the same activity when it comes twice: the client's own id, or our message's.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The activity. Shape: Direct Line 3.0 JSON.</summary>
    public required string Json { get; init; }

    public required DateTimeOffset At { get; init; }
}
