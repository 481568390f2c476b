using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>Days on which nothing is asked of her medicines, because somebody else sees to them: hospital, holiday.</summary>
public sealed class MedicationPause
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Of which treatment; null for all of them.</summary>
    public Guid? TreatmentId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day on which it begins again by itself.</summary>
    public required DateOnly ReturnsOn { get; set; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset SaidAt { get; init; }

    /// <summary>Who said it.</summary>
    public required PersonId SaidBy { get; init; }

    /// <summary>Whether a dose of this treatment rests on this day.</summary>
    public bool Covers(Guid treatment, DateOnly date) =>
        From <= date && date < ReturnsOn && (TreatmentId is null || TreatmentId == treatment);
}
