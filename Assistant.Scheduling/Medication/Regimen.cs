using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Medication;

/// <summary>One medicine that one resident takes, as it was agreed with her pharmacy.</summary>
public sealed class Regimen
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who takes it.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The first regimen of this treatment, where this one changes it; null for the first itself.</summary>
    public Guid? Continues { get; init; }

    /// <summary>The medicine, as the label says. Never leaves the house by WhatsApp or on a lock screen.</summary>
    public required string Medicine { get; set; }

    /// <summary>What the pharmacy's systems call it, where it came from them; null where somebody typed it.</summary>
    /// <remarks>Shape: system|code, with a space between: G-Standaard HPK, PRK or GPK, ATC, the MP9 treatment.</remarks>
    public string? Codes { get; init; }

    /// <summary>How much and when. Source: FHIR R4 Dosage.</summary>
    public required IReadOnlyList<Dosage> Dosages { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day from which "every other day", a taper and a cycle count; null for the first.</summary>
    public DateOnly? CountsFrom { get; init; }

    /// <summary>The last day, inclusive; null where it has no end.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The zone whose clock the doses keep although she lives by another; null where they follow hers.</summary>
    public string? TimeZoneId { get; set; }

    /// <summary>What stays the same when the medicine is changed: its stock and its history belong to this.</summary>
    /// <remarks>Source: MP9, medicamenteuze behandeling.</remarks>
    public Guid TreatmentId => Continues ?? Id;

    /// <summary>Whether it never held: it was undone before its first day, or ended before it began.</summary>
    public bool NeverHeld => Until < From;

    /// <summary>Whether somebody of the circle hears it when a dose stays unconfirmed; the resident's choice.</summary>
    public required bool TellsCircle { get; set; }
}

/// <summary>A resident's own hours, where she told us; without a row the defaults hold.</summary>
public sealed class ResidentHours
{
    /// <summary>Whose.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>When she wakes, eats and sleeps.</summary>
    public required DayHours Hours { get; set; }
}
