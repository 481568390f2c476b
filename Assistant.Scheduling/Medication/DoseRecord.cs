using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>What was said of a dose.</summary>
public enum DoseOutcome
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>It was left out.</summary>
    Skipped,
}

/// <summary>What somebody said of the doses of one moment: a fact with its source, never changed.</summary>
public sealed class DoseRecord
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who takes it.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Which moment of which day.</summary>
    public required PlanItemId PlanItemId { get; init; }

    /// <summary>What was said.</summary>
    public required DoseOutcome Outcome { get; init; }

    /// <summary>Why it was left out, in her own words; null where she gave no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Who said it.</summary>
    public required PersonId SaidBy { get; init; }

    /// <summary>Over which channel.</summary>
    public required string Channel { get; init; }
}
