using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Something that stands on one day or comes back, and that she may move or leave out by a word of hers.</summary>
/// <remarks>Routines and appointments are; doses are not: when those are taken is for who prescribes them.</remarks>
public interface IPlanSeries
{
    /// <summary>Its id, with which the slot of each of its occurrences begins.</summary>
    Guid SeriesId { get; }

    /// <summary>The <see cref="IPlanSource.Name"/> of what puts it on the days.</summary>
    string Source { get; }

    /// <summary>Whose days.</summary>
    ResidentId ResidentId { get; }

    /// <summary>What it is.</summary>
    string Title { get; }

    /// <summary>Whether another calendar owns it: then only single times can be changed here.</summary>
    bool IsOfACalendar { get; }

    /// <summary>When it is, as it stands now.</summary>
    SeriesTimes Times { get; }

    /// <summary>It is then, from now on, and stands.</summary>
    void Take(SeriesTimes times);

    /// <summary>It is for the last time on this day; before its first day it is called off.</summary>
    void EndAfter(DateOnly lastDay, DateTimeOffset now);

    /// <summary>The same thing, from another first day on, not yet stored.</summary>
    IPlanSeries From(SeriesTimes times, DateTimeOffset now);
}

/// <summary>When a series is. Shape: wall time; the rule as in <see cref="Routine.Rule"/>, null for once.</summary>
/// <param name="First">The first day.</param>
/// <param name="At">The time of day; null where it takes the whole day.</param>
/// <param name="Rule">On which days it comes back; null for once.</param>
/// <param name="Until">The last day, inclusive; null where it has no end.</param>
public sealed record SeriesTimes(DateOnly First, TimeOnly? At, string? Rule, DateOnly? Until);
