namespace Assistant.Scheduling.Medication;

/// <summary>From when, until when or for how long a dosage holds; what is null is open.</summary>
/// <remarks>
/// Local to the person. Source: FHIR R4 Timing.repeat.bounds[x]; Period.end is inclusive, and a length is counted in
/// calendar days from the first. Of a range of lengths the shorter counts (<see cref="LongestLength"/> tells of the
/// other), because a course that is too long is the worse mistake to make unasked.
/// </remarks>
public sealed record Bounds
{
    /// <summary>The first day.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>On the first day, not before this time; with hourly intervals the time of the first dose.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? End { get; init; }

    /// <summary>On the last day, not after this time.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>How long it lasts, counted from the first day (or from the end of the step before it).</summary>
    public TimeLength? Length { get; init; }

    /// <summary>The longer end of a range of lengths; for a person to decide about, never scheduled.</summary>
    public TimeLength? LongestLength { get; init; }
}
