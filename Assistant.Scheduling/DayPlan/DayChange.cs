using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>What was done to something on her days.</summary>
public enum DayChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is at another moment.</summary>
    Moved,

    /// <summary>It does not take place.</summary>
    Cancelled,
}

/// <summary>How much of something that comes back is meant.</summary>
/// <remarks>Source: RFC 5545 §3.2.13 (RANGE): one instance, this and future ones, or the whole set.</remarks>
public enum ChangeScope
{
    /// <summary>One time.</summary>
    ThisTime,

    /// <summary>This time and all after it.</summary>
    FromThenOn,

    /// <summary>Every time; what has been is history all the same.</summary>
    Always,
}

/// <summary>One change of what is on her days, with who made it and what undoes it.</summary>
public sealed class DayChange
{
    /// <summary>For how long a change can be undone by a word. Default 10 min. (choice)</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromMinutes(10);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose day.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The <see cref="IPlanSource.Name"/> of the series.</summary>
    public required string Source { get; init; }

    /// <summary>The routine or the appointment that was changed.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>What was done.</summary>
    public required DayChangeKind Kind { get; init; }

    /// <summary>How much of it was meant.</summary>
    public required ChangeScope Scope { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required PersonId By { get; init; }

    /// <summary>The series that began by it; null where none did.</summary>
    public Guid? StartedId { get; init; }

    /// <summary>The occurrence of which only this time was meant; null where the series itself was changed.</summary>
    public DateOnly? Occurrence { get; init; }

    /// <summary>The first day, or the date of the occurrence, before; null where the occurrence was left out or as its rule says.</summary>
    public DateOnly? BeforeDate { get; init; }

    /// <summary>The time before.</summary>
    public TimeOnly? BeforeAt { get; init; }

    /// <summary>The rule before.</summary>
    public string? BeforeRule { get; init; }

    /// <summary>The last day before.</summary>
    public DateOnly? BeforeUntil { get; init; }

    /// <summary>Whether something was said of this one time already.</summary>
    public bool WasOverridden { get; init; }

    /// <summary>When it was undone; null while it holds.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Whether a word may still undo it.</summary>
    public bool CanUndo(DateTimeOffset now) => UndoneAt is null && now < At + UndoFor;

    /// <summary>Whether it changed this series, or began it.</summary>
    public bool Touches(Guid series) => SeriesId == series || StartedId == series;

    /// <summary>It is undone.</summary>
    public void Undo(DateTimeOffset at) => UndoneAt ??= at;
}

/// <summary>What came of wanting to change a day.</summary>
public abstract record DayChangeOutcome
{
    private DayChangeOutcome()
    {
    }

    /// <summary>It is changed.</summary>
    public sealed record Changed(DayChange Change) : DayChangeOutcome;

    /// <summary>It is not there any more, or that time is not one of its times.</summary>
    public sealed record Gone : DayChangeOutcome;

    /// <summary>Another calendar owns it: only this time can be changed here, the rest there.</summary>
    public sealed record OfACalendar : DayChangeOutcome;

    /// <summary>It comes back in a way that cannot be moved as a whole; only this time can.</summary>
    public sealed record TooIrregular : DayChangeOutcome;
}
