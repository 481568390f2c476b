using System.Text.Json;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>A line of a proposal as it is kept: what was read, or why it could not be.</summary>
public sealed record ProposalContent
{
    /// <summary>Which entry: <c>MedicationRequest/ID</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What was read; null where it could not be.</summary>
    public ImportedEntry.Proposal? Read { get; init; }

    /// <summary>Why it could not be read; null where it was.</summary>
    public DosageProblem? Refusal { get; init; }

    /// <summary>Whether the clock may plan it once a person accepts it.</summary>
    /// <remarks>What takes a person's hand (text only, unknown modifiers, a stop) she plans herself.</remarks>
    public bool CanAccept => Read is { IsWithheld: false, Medicine: not null } read && read.Dosages.Count > 0
        && read.Dosages.All(dosage => dosage.AsNeeded ? !AsNeededLimits.Of(dosage).AreOpen : DosageCheck.CanPlan(dosage));

    /// <summary>The entry as it is kept.</summary>
    public static ProposalContent Of(ImportedEntry entry) => entry switch
    {
        ImportedEntry.Proposal read => new ProposalContent { Source = entry.Source, Read = read },
        ImportedEntry.Refused no => new ProposalContent
        {
            Source = entry.Source,
            Refusal = new DosageProblem(no.Code, no.Field, no.Sentence, ProblemWeight.Wrong),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, DosageJson.Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is not that.</exception>
    public static ProposalContent ReadFrom(string json) =>
        JsonSerializer.Deserialize<ProposalContent>(json, DosageJson.Options) ?? throw new JsonException("An empty line.");
}
