using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>That one medicine was taken, as somebody said: what the stock and the as-needed guard count by.</summary>
public sealed class IntakeRecord
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who took it.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Of which treatment.</summary>
    public required Guid TreatmentId { get; init; }

    /// <summary>The moment it belongs to; null where it was taken as needed.</summary>
    public PlanItemId? PlanItemId { get; init; }

    /// <summary>When it was taken, as far as we know.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>How much, in the unit of the dose; of a varying amount the larger.</summary>
    public required decimal Amount { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Who said it.</summary>
    public required PersonId SaidBy { get; init; }

    /// <summary>Over which channel.</summary>
    public required string Channel { get; init; }

    /// <summary>When somebody put right that it was not taken after all; the row stays as the trace of it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>It was not taken after all.</summary>
    public void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}
