using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>What was done to a medicine.</summary>
public enum RegimenChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>From a day on it is taken otherwise.</summary>
    Changed,

    /// <summary>It ends.</summary>
    Stopped,

    /// <summary>It rests until a day.</summary>
    Paused,

    /// <summary>A rest ends sooner.</summary>
    Resumed,

    /// <summary>What is left of it was counted.</summary>
    Counted,

    /// <summary>She lives by another clock.</summary>
    Moved,
}

/// <summary>One change of a medicine, with who made it and what undoes it.</summary>
public sealed class RegimenChange
{
    /// <summary>For how long a change can be undone by one click. Default 10 min. (choice)</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(10);

    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose medicine.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Which treatment; null where all of hers rest.</summary>
    public Guid? TreatmentId { get; init; }

    /// <summary>What was done.</summary>
    public required RegimenChangeKind Kind { get; init; }

    /// <summary>The day from which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The regimen, the pause or the count that began by it.</summary>
    public Guid? StartedId { get; init; }

    /// <summary>The regimen, or the pause, that ended by it.</summary>
    public Guid? EndedId { get; init; }

    /// <summary>The last day, or the day of return, that it had before.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>By which clock she lived before, where she moved. Shape: IANA.</summary>
    public string? ZoneBefore { get; init; }

    /// <summary>When it was undone.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Whether one click may still undo it.</summary>
    public bool CanUndo(DateTimeOffset now) => UndoneAt is null && now < At + UndoFor;

    /// <summary>It is undone.</summary>
    public void Undo(DateTimeOffset at) => UndoneAt ??= at;
}
