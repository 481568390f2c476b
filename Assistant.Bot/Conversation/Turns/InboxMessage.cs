using Assistant.Scheduling.Store;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>An utterance that was accepted, stored before anything is done with it.</summary>
internal sealed class InboxMessage : IQueuedRow
{
    /// <summary>The key; sorts by the time of acceptance.</summary>
    public required Guid Id { get; init; }

    public required string Channel { get; init; }

    public required string MessageKey { get; init; }

    public required Utterance Utterance { get; init; }

    /// <summary>Whose it is: all that one person says is answered in its order, by whichever node.</summary>
    /// <remarks>Who is reached in two places has one queue; two who share a telephone have that of the place.</remarks>
    public string Queue { get; private set; } = "";

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it was answered; null until then.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    public DateTimeOffset? NextActionAt { get; private set; }

    public int Attempt { get; private set; }

    public Guid RowId => Id;

    public InboxMessage StandsIn(string queue)
    {
        Queue = queue;
        return this;
    }

    public InboxMessage Due(DateTimeOffset at)
    {
        NextActionAt = at;
        return this;
    }

    /// <summary>It was answered; whoever still holds it can write nothing over that.</summary>
    public void Handled(DateTimeOffset at) => (HandledAt, NextActionAt, Attempt) = (at, null, Attempt + 1);
}
