using Assistant.Scheduling.Medication.Import;
using static Assistant.Tests.Scheduling.Medication.Import.Imports;

namespace Assistant.Tests.Scheduling.Medication.Import;

public sealed class BadImportTests
{
    private const string Good = """{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}""";

    [Theory]
    [InlineData("""{"timing":{"repeat":{"frequency":0,"period":1,"periodUnit":"d"}}}""", "dosageInstruction[0].timing.repeat.frequency")]
    [InlineData("""{"timing":{"repeat":{"frequency":1,"period":-1,"periodUnit":"d"}}}""", "dosageInstruction[0].timing.repeat.period")]
    [InlineData("""{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"fortnight"}}}""", "dosageInstruction[0].timing.repeat.periodUnit")]
    [InlineData("""{"timing":{"repeat":{"frequency":"often","period":1,"periodUnit":"d"}}}""", "dosageInstruction[0].timing.repeat.frequency")]
    [InlineData("""{"timing":{"repeat":{"frequency":1,"period":1e300,"periodUnit":"d"}}}""", "dosageInstruction[0].timing.repeat.period")]
    [InlineData("""{"timing":{"repeat":{"countMax":4,"period":1,"periodUnit":"d"}}}""", "dosageInstruction[0].timing.repeat.countMax")]
    [InlineData("""{"timing":{"repeat":{"timeOfDay":["25:00:00"]}}}""", "dosageInstruction[0].timing.repeat.timeOfDay[0]")]
    [InlineData("""{"timing":{"repeat":{"dayOfWeek":["monday"]}}}""", "dosageInstruction[0].timing.repeat.dayOfWeek[0]")]
    [InlineData("""{"timing":{"repeat":{"when":["MORN"],"boundsPeriod":{"start":"2026-03-05","end":"2026-03-01"}}}}""", "dosageInstruction[0].timing.repeat.boundsPeriod.end")]
    [InlineData("""{"timing":{"repeat":{"when":["MORN"],"boundsPeriod":{"start":"next week"}}}}""", "dosageInstruction[0].timing.repeat.boundsPeriod.start")]
    [InlineData("""{"timing":{"repeat":{"when":["MORN"]}},"doseAndRate":[{"doseQuantity":{"value":0,"unit":"tablet"}}]}""", "dosageInstruction[0].doseAndRate.doseQuantity.value")]
    [InlineData("""{"timing":{"repeat":{"when":["MORN"]}},"doseAndRate":[{"doseRange":{"low":{"value":3},"high":{"value":2}}}]}""", "dosageInstruction[0].doseAndRate.dose")]
    public void A_wrong_value_refuses_the_entry_and_names_the_field(string dosage, string field) =>
        Assert.Equal(field, Refused(Request(dosage)).Field);

    [Fact]
    public void One_bad_entry_never_stops_the_others()
    {
        var entries = FhirImport.Read(Bundle(Request(Good), Request("""{"sequence":1.5}"""), Request(Good)), Amsterdam);

        Assert.Equal([true, false, true], entries.Select(entry => entry is ImportedEntry.Proposal));
    }

    [Fact]
    public void Nothing_of_an_entry_is_used_when_one_of_its_lines_is_wrong() =>
        Assert.Equal("dosageInstruction[1].timing.repeat.count", Refused(Request(Good + """,{"timing":{"repeat":{"count":-2}}}""")).Field);

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{\"resourceType\":\"Patient\"}")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":")]
    [InlineData("[1,2]")]
    [InlineData("<Bundle xmlns=\"http://hl7.org/fhir\"><entry>")]
    [InlineData("{\"dosages\":null}")]
    public void What_is_no_medication_at_all_is_one_sentence(string text) =>
        Assert.EndsWith(".", Refused(text).Sentence, StringComparison.Ordinal);

    [Fact]
    public void External_entities_are_never_followed()
    {
        var refused = Refused("""
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <MedicationRequest xmlns="http://hl7.org/fhir"><id value="&secret;"/></MedicationRequest>
            """);

        Assert.Contains("DOCTYPE", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_without_end_inside_each_other_are_refused() =>
        Assert.IsType<ImportedEntry.Refused>(Single(string.Concat(Enumerable.Repeat("<a>", 100_000))));

    [Fact]
    public void A_file_that_no_person_needs_is_refused_whole() =>
        Assert.Contains("too large", Refused(new string(' ', FhirImport.MostCharacters + 1)).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Five_hundred_medicines_are_one_run()
    {
        var entries = FhirImport.Read(Bundle([.. Enumerable.Range(0, 500).Select(_ => Request(Good))]), Amsterdam);

        Assert.Equal(500, entries.OfType<ImportedEntry.Proposal>().Count(entry => Doses(entry, 1).Length == 1));
    }
}
