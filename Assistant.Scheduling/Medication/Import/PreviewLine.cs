namespace Assistant.Scheduling.Medication.Import;

/// <summary>One line of a preview.</summary>
public abstract record PreviewLine
{
    private PreviewLine(string source) => Source = source;

    /// <summary>Which entry it comes from: <c>MedicationRequest/ID</c>.</summary>
    public string Source { get; }

    /// <summary>A dose that would be due.</summary>
    public sealed record Occurrence(string Source, DateTimeOffset Instant, string Text) : PreviewLine(Source)
    {
        /// <summary>What the person's wall clock shows.</summary>
        public DateTime Local => Instant.DateTime;
    }

    /// <summary>What a person must confirm before anything is scheduled.</summary>
    public sealed record Confirm(string Source, string Reason) : PreviewLine(Source);

    /// <summary>Why the entry could not be read.</summary>
    public sealed record Failure(string Source, string Sentence) : PreviewLine(Source);
}
