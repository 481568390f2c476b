namespace Assistant.Scheduling.Medication;

/// <summary>One instruction of a prescription: how much, when, and up to which limits.</summary>
/// <remarks>
/// Shape: a value, stored as JSON (<see cref="DosageJson"/>). Several make a regimen: those with the same sequence
/// number hold at the same time, different numbers follow each other (tapering), none holds throughout.
/// Source: FHIR R4 Dosage; <see cref="MinimumInterval"/> is our own.
/// </remarks>
public sealed record Dosage
{
    /// <summary>The place of this step among the others.</summary>
    public int? Sequence { get; init; }

    /// <summary>The instruction in the prescriber's or pharmacist's own words, verbatim.</summary>
    public string? Text { get; init; }

    /// <summary>Words of care that belong to it ("with plenty of water"), verbatim.</summary>
    public IReadOnlyList<string> AdditionalInstructions { get; init; } = [];

    /// <summary>When it is taken; null when the source does not say in a form that can be planned.</summary>
    public Timing? Timing { get; init; }

    /// <summary>Taken only when needed: never scheduled, never nudged.</summary>
    public bool AsNeeded { get; init; }

    /// <summary>What it is needed for, verbatim.</summary>
    public IReadOnlyList<string> AsNeededFor { get; init; } = [];

    /// <summary>How much at one moment; a step of 0 is a rest.</summary>
    public DoseAmount? Dose { get; init; }

    /// <summary>The most within a stretch of time.</summary>
    public MaxDose? MaxDosePerPeriod { get; init; }

    /// <summary>The least time between two doses; kept through clock changes.</summary>
    /// <remarks>Source: own; FHIR R4 has no word for it.</remarks>
    public TimeSpan? MinimumInterval { get; init; }

    /// <summary>A rest between other steps: nothing is taken.</summary>
    internal bool IsRest => Dose is { High: 0 };

    /// <summary>What is said at the moment: the verbatim instruction, otherwise the amount.</summary>
    internal string Words => Text ?? Dose?.ToString() ?? "";
}
