namespace Assistant.Scheduling.Medication.Import;

/// <summary>One medicine of an import: a proposal for a person to judge, or the reason why it could not be read.</summary>
public abstract record ImportedEntry
{
    private ImportedEntry(string source) => Source = source;

    /// <summary>Which entry: <c>MedicationRequest/ID</c>.</summary>
    public string Source { get; }

    /// <summary>Read completely, or as far as a person can finish it; nothing is scheduled before she confirms.</summary>
    public sealed record Proposal(string Source) : ImportedEntry(Source)
    {
        /// <summary>The medicine in the source's words.</summary>
        public string? Medicine { get; init; }

        /// <summary>The instruction as the source wrote it out, verbatim; shown beside our reading.</summary>
        public string? OriginalText { get; init; }

        /// <summary>Our reading.</summary>
        public IReadOnlyList<Dosage> Dosages { get; init; } = [];

        /// <summary>From when until when it is used, as far as told.</summary>
        public Bounds PeriodOfUse { get; init; } = new();

        /// <summary>The day it was written or handed over: what days are counted from where no first day is told.</summary>
        public DateOnly? WrittenOn { get; init; }

        /// <summary>The treatment that several agreements belong to (MP9 medicamenteuze behandeling), or null.</summary>
        public string? Treatment { get; init; }

        /// <summary>Which of several agreements on one treatment counts.</summary>
        public AgreementKind Kind { get; init; }

        /// <summary>Whether it says that the medicine stops.</summary>
        public bool IsStop { get; init; }

        /// <summary>Whether what stops begins again: it rests.</summary>
        public bool IsTemporary { get; init; }

        /// <summary>The days on which another entry of the same treatment lets it rest; null where none does.</summary>
        public Bounds? Rest { get; init; }

        /// <summary>What other systems call the medicine. Shape: system|code.</summary>
        public IReadOnlyList<string> Codes { get; init; } = [];

        /// <summary>What a person must confirm first.</summary>
        public IReadOnlyList<DosageProblem> ToConfirm { get; init; } = [];

        /// <summary>Whether nothing of it may be planned: stopped, not to be done, or not understood as a whole.</summary>
        public bool IsWithheld { get; init; }
    }

    /// <summary>Not read; nothing of it is used.</summary>
    /// <param name="Source">Which entry.</param>
    /// <param name="Field">The field, by its FHIR path; empty for the text as a whole.</param>
    /// <param name="Sentence">What is wrong with it and what to do.</param>
    public sealed record Refused(string Source, string Field, string Sentence) : ImportedEntry(Source)
    {
        /// <summary>The kind of fault, for a sentence in the reader's language: as <see cref="DosageProblem.Code"/>.</summary>
        public string Code { get; init; } = "unreadable";
    }
}

/// <summary>What kind of agreement an entry is; of one treatment the later kind overrules the earlier.</summary>
/// <remarks>Source: MP9 building blocks by their SNOMED category.</remarks>
public enum AgreementKind
{
    /// <summary>About supply, not use: a dispense request or the handing over itself.</summary>
    Supply,

    /// <summary>What somebody says to use (medicatiegebruik).</summary>
    Use,

    /// <summary>What was prescribed (medicatieafspraak), and anything without a category.</summary>
    Prescription,

    /// <summary>What the pharmacist agreed with the person (toedieningsafspraak).</summary>
    Administration,

    /// <summary>A schedule that varies, as thrombosis services give (wisselend doseerschema).</summary>
    VariableSchedule,
}
