namespace Assistant.Scheduling.Medication;

/// <summary>What keeps an instruction from being taken over unasked.</summary>
/// <param name="Code">The kind of problem, for a sentence in the reader's language: <c>frequency-range</c>.</param>
/// <param name="Field">The field, by its FHIR path: <c>dosageInstruction[0].timing.repeat.period</c>.</param>
/// <param name="Sentence">What is the matter and what to do, in English.</param>
/// <param name="Weight">What it means for the plan.</param>
public sealed record DosageProblem(string Code, string Field, string Sentence, ProblemWeight Weight);

/// <summary>What a problem means for the plan.</summary>
public enum ProblemWeight
{
    /// <summary>The plan is a proposal that a person confirms.</summary>
    Confirm,

    /// <summary>Readable, but not to be planned by the clock until a person says how.</summary>
    NotPlanned,

    /// <summary>Contradicts itself or the standard; nothing of it may be used.</summary>
    Wrong,
}
