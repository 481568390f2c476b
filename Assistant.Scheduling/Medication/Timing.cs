namespace Assistant.Scheduling.Medication;

/// <summary>When a dosage is taken: at given moments, or repeating.</summary>
/// <remarks>Source: FHIR R4 Timing. Where both are given, the first event is the first dose of the repetition.</remarks>
public sealed record Timing
{
    /// <summary>Single moments on the person's wall clock.</summary>
    public IReadOnlyList<DateTime> Events { get; init; } = [];

    /// <summary>The repetition.</summary>
    public Repeat? Repeat { get; init; }
}
