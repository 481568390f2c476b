using Assistant.Scheduling.Store;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>An utterance that was accepted, stored before anything is done with it.</summary>
internal sealed class InboxMessage : IWaitingRow
{
    /// <summary>The key; sorts by the time of acceptance.</summary>
    public required Guid Id { get; init; }

    public required string Channel { get; init; }

    public required string MessageKey { get; init; }

    public required Utterance Utterance { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was answered; null until then.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    public DateTimeOffset? NextActionAt { get; private set; }

    public int Attempt { get; private set; }

    public Guid RowId => Id;

    public InboxMessage Due(DateTimeOffset at)
    {
        NextActionAt = at;
        return this;
    }

    /// <summary>It was answered; whoever still holds it can write nothing over that.</summary>
    public void Handled(DateTimeOffset at) => (HandledAt, NextActionAt, Attempt) = (at, null, Attempt + 1);
}
