namespace Assistant.Scheduling.Residents;

/// <summary>Why we do nothing more for somebody.</summary>
public enum ServiceEnd
{
    /// <summary>She moved, or wants no more of us.</summary>
    Moved,

    /// <summary>She died.</summary>
    Died,
}

/// <summary>Somebody whose days we keep, for as long as she wants it.</summary>
public sealed class Resident
{
    /// <summary>When a lived day begins, by the resident's clock. Default 04:00: a night owl's last message is still yesterday's. (choice)</summary>
    public static readonly TimeOnly DayBegins = new(4, 0);

    /// <summary>How many messages in an hour nobody finds too many. Default 6. (choice; CARE §1.14)</summary>
    public const int UsualMessagesAnHour = 6;

    /// <summary>The key.</summary>
    public required ResidentId Id { get; init; }

    /// <summary>The resident as somebody we speak with.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Where she lives.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>How to get in, told only to somebody who has said she is going; null where nobody filled it in.</summary>
    public string? WayIn { get; init; }

    /// <summary>How many messages she wants in an hour at the most; what must be on time, and answers to her, are never held back by it.</summary>
    public int MostMessagesAnHour { get; set; } = UsualMessagesAnHour;

    /// <summary>When we last knew she was well enough to answer or touch anything.</summary>
    public DateTimeOffset? LastSignOfLifeAt { get; private set; }

    /// <summary>Since when we do nothing more for her (she moved, or died); null while we do.</summary>
    public DateTimeOffset? ServiceEndedAt { get; private set; }

    /// <summary>Notes that she was there; older news than we have changes nothing.</summary>
    public void WasSeen(DateTimeOffset at)
    {
        if (LastSignOfLifeAt is null || at > LastSignOfLifeAt)
        {
            LastSignOfLifeAt = at;
        }
    }

    /// <summary>Ends what we do for her; the first end stands.</summary>
    public void EndService(DateTimeOffset at) => ServiceEndedAt ??= at;
}
