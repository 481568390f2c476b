using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads one MedicationRequest, MedicationStatement or MedicationDispense.</summary>
/// <remarks>Source: FHIR R4; what Dutch and Belgian systems add to it is in MP9 (nictiz.fhir.nl.r4.medicationprocess9).</remarks>
internal sealed class MedicationReading
{
    private readonly Findings findings = new();
    private readonly FhirValues values;
    private readonly FhirNode resource;

    private MedicationReading(FhirNode resource, HomeTimeZone zone)
    {
        this.resource = resource;
        values = new FhirValues(findings, zone);
    }

    /// <summary>The entry that this resource is.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="source">What the entry is called in the answer.</param>
    /// <param name="medicine">What the medicine is called, already looked up.</param>
    /// <param name="zone">The person's zone, for what is written in UTC.</param>
    public static ImportedEntry Read(FhirNode resource, string source, MedicineName medicine, HomeTimeZone zone) =>
        new MedicationReading(resource, zone).Entry(source, medicine);

    private ImportedEntry Entry(string source, MedicineName medicine)
    {
        ModifierExtensions.WithholdUnknown(resource, findings, ModifierExtensions.Cycle, ModifierExtensions.Stop);
        var kind = EntryStatus.Check(resource, values);
        var isStop = EntryStatus.IsStop(resource, findings);
        var list = resource.Type == "MedicationStatement" ? "dosage" : "dosageInstruction";
        var original = Original(list);
        var dosages = Dosages(list, original);
        var period = PeriodOfUse.Read(resource, values);
        if (dosages.Count == 0 && !isStop)
        {
            findings.Withhold("no-dosage", list, "Says nothing about how to take it. Ask, and plan it by hand.");
        }
        findings.AddRange(DosageCheck.Of(dosages, list));
        findings.AddRange(StartRules.Of(dosages, list, period));
        if (findings.Problems.FirstOrDefault(problem => problem.Weight == ProblemWeight.Wrong) is { } wrong)
        {
            return new ImportedEntry.Refused(source, wrong.Field, wrong.Sentence) { Code = wrong.Code };
        }
        return new ImportedEntry.Proposal(source)
        {
            Medicine = medicine.Name,
            Codes = medicine.Codes,
            OriginalText = original,
            Dosages = dosages,
            PeriodOfUse = period,
            WrittenOn = PeriodOfUse.WrittenOn(resource, values),
            Treatment = Treatment(),
            Kind = kind,
            IsStop = isStop,
            IsTemporary = isStop && EntryStatus.IsTemporary(resource),
            IsWithheld = findings.IsWithheld,
            ToConfirm = findings.Problems,
        };
    }

    private List<Dosage> Dosages(string list, string? original)
    {
        var reading = new DosageReading(values);
        var cycle = values.Length(resource.Extensions(ModifierExtensions.Cycle).FirstOrDefault()?["valueDuration"])?.Days;
        var dosages = resource.All(list).Select(node => Cyclic(reading.Read(node), cycle)).ToList();
        return dosages is [{ Text: null } only] ? [only with { Text = original }] : dosages;
    }

    private static Dosage Cyclic(Dosage dosage, int? cycle) => cycle is not null && dosage.Timing?.Repeat is { } repeat
        ? dosage with { Timing = dosage.Timing with { Repeat = repeat with { CycleDays = cycle } } }
        : dosage;

    /// <summary>The whole instruction as the source wrote it out for people, else the words of its lines.</summary>
    private string? Original(string list)
    {
        var rendered = resource.Extensions("RenderedDosageInstruction").Select(Rendered).OfType<string>().FirstOrDefault()
            ?? resource.Text("renderedDosageInstruction");
        var lines = resource.All(list).Select(node => node.Text("text") ?? node["timing"]?["code"]?.Text("text"))
            .OfType<string>().Distinct().ToList();
        return rendered ?? (lines.Count > 0 ? string.Join("\n", lines) : null);
    }

    private static string? Rendered(FhirNode extension) =>
        extension.Text("valueString") ?? extension.Text("valueMarkdown");

    private string? Treatment()
    {
        var treatment = resource.Extensions("PharmaceuticalTreatment.Identifier", "Medication-MedicationTreatment");
        var id = treatment.FirstOrDefault()?["valueIdentifier"];
        return id?.Text("value") is { } value ? $"{id.Text("system")}|{value}" : null;
    }
}
