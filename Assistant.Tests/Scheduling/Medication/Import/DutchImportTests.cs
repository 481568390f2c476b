using Assistant.Scheduling.Medication.Import;
using static Assistant.Tests.Scheduling.Medication.Import.Imports;

namespace Assistant.Tests.Scheduling.Medication.Import;

/// <summary>What the Dutch medication process (MP9) adds to FHIR.</summary>
public sealed class DutchImportTests
{
    private const string Nictiz = "http://nictiz.nl/fhir/StructureDefinition/";
    private const string Daily = """{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"stuk","code":"1"}}]}""";

    [Fact]
    public void An_administration_agreement_of_unknown_status_counts_and_its_rendered_text_is_shown()
    {
        var proposal = Proposal(Agreement("ta", "422037009", Period("2026-03-02T00:00:00+02:00", "2026-03-04T23:59:59+02:00"), Daily));

        Assert.Equal(["03-02 08:00", "03-03 08:00", "03-04 08:00"], Doses(proposal));
        Assert.Equal((AgreementKind.Administration, "elke dag een half potje"), (proposal.Kind, proposal.OriginalText));
        Assert.Equal("elke dag een half potje", proposal.Dosages[0].Text);
    }

    [Fact]
    public void A_period_with_only_a_length_ends_after_that_length() =>
        Assert.Equal(6, Doses(Proposal(Agreement("ta", "422037009", """
            {"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"start":"2026-03-02T00:00:00+01:00",
             "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Duration","valueDuration":{"value":6,"unit":"dag","code":"d"}}]}}
            """, Daily)), 30).Length);

    [Fact]
    public void The_cyclic_modifier_repeats_the_steps_and_a_step_of_nothing_is_a_rest()
    {
        string Step(int sequence, int days, int amount) => $$$"""
            {"sequence":{{{sequence}}},"timing":{"repeat":{"boundsDuration":{"value":{{{days}}},"code":"d"},"when":["EVE"],
             "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/timing-exact","valueBoolean":{{{(amount == 3 ? "true" : "false")}}}}]}},
             "doseAndRate":[{"doseQuantity":{"value":{{{amount}}},"unit":"stuk"}}]}
            """;
        var cyclic = $$$"""
            "modifierExtension":[{"url":"{{{Nictiz}}}ext-InstructionsForUse.RepeatPeriodCyclicalSchedule","valueDuration":{"value":4,"unit":"dag","code":"d"}}],
            """;

        var proposal = Proposal(Request($"{Step(1, 1, 2)},{Step(2, 2, 3)},{Step(3, 1, 0)}", cyclic));

        Assert.Equal(["03-02 18:00", "03-03 18:00", "03-04 18:00", "03-06 18:00", "03-07 18:00", "03-08 18:00"], Doses(proposal));
        Assert.True(proposal.Dosages[1].Timing?.Repeat?.Exact);
        Assert.DoesNotContain("modifier-unknown", Codes(proposal));
    }

    [Theory]
    [InlineData("113381000146106")]
    [InlineData("385655000")]
    public void A_stop_for_a_while_lets_the_earlier_agreement_rest_and_it_goes_on_afterwards(string code)
    {
        var stop = $$$"""
            "modifierExtension":[{"url":"{{{Nictiz}}}ext-StopType","valueCodeableConcept":{"coding":[{"code":"{{{code}}}"}]}}],
            """;
        var running = Agreement("one", "33633005", Period("2026-03-01T00:00:00+01:00", null) + "," + Treatment("t1"), Daily);
        var resting = Agreement("two", "33633005", Period("2026-03-04T00:00:00+01:00", "2026-03-06T23:59:00+01:00") + "," + Treatment("t1"), null, stop);

        var entries = FhirImport.Read(Bundle(running, resting), Amsterdam).Cast<ImportedEntry.Proposal>().ToList();

        Assert.Equal(["03-02 08:00", "03-03 08:00", "03-07 08:00", "03-08 08:00"], Doses(entries[0]));
        Assert.Equal((true, true, "rest"), (entries[1].IsStop, entries[1].IsTemporary, Codes(entries[1]).Single()));
        Assert.Equal((new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 7)), SameMedicine.Rest(entries[1], new DateOnly(2026, 3, 1)));
        Assert.Contains("rests", Codes(entries[0]));
    }

    [Fact]
    public void On_hold_rests_and_who_knows_until_when_has_to_say_so()
    {
        var held = Proposal(Request("""{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}}}""").Replace("\"active\"", "\"on-hold\"", StringComparison.Ordinal));

        Assert.Equal((true, true), (held.IsTemporary, held.IsWithheld));
        Assert.Equal((new DateOnly(2026, 3, 5), null), SameMedicine.Rest(held, new DateOnly(2026, 3, 5)));
    }

    [Fact]
    public void A_stop_ends_the_earlier_agreement_of_the_same_treatment()
    {
        var stop = $$$"""
            "modifierExtension":[{"url":"{{{Nictiz}}}ext-StopType","valueCodeableConcept":{"coding":[{"code":"113371000146109","display":"definitief"}]}}],
            """;
        var running = Agreement("one", "33633005", Period("2026-02-01T00:00:00+01:00", null) + "," + Treatment("t1"), Daily);
        var stopping = Agreement("two", "33633005", Period("2026-03-05T00:00:00+01:00", null) + "," + Treatment("t1"), null, stop);

        var entries = FhirImport.Read(Bundle(running, stopping), Amsterdam).Cast<ImportedEntry.Proposal>().ToList();

        Assert.Equal(["03-02 08:00", "03-03 08:00", "03-04 08:00"], Doses(entries[0]));
        Assert.Equal((true, "stop"), (entries[1].IsStop, Codes(entries[1]).Single()));
    }

    [Fact]
    public void Prescription_and_pharmacists_agreement_on_one_treatment_are_planned_once()
    {
        var prescribed = Agreement("ma", "33633005", Treatment("t1"), Daily);
        var agreed = Agreement("ta", "422037009", Treatment("t1"), Daily);

        var entries = FhirImport.Read(Bundle(prescribed, agreed), Amsterdam).Cast<ImportedEntry.Proposal>().ToList();

        Assert.Equal((0, 7), (Doses(entries[0]).Length, Doses(entries[1]).Length));
        Assert.Contains("overruled", Codes(entries[0]));
    }

    [Fact]
    public void Handing_over_is_about_supply_and_plans_nothing() =>
        Assert.Empty(Doses(Proposal(Agreement("mve", "373784005", Treatment("t1"), Daily))));

    [Fact]
    public void As_needed_for_two_reasons_keeps_both()
    {
        var proposal = Proposal(Request("""
            {"asNeededCodeableConcept":{"coding":[{"display":"bij kiespijn"}]},
             "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-Dosage-AsNeededFor","valueCodeableConcept":{"text":"bij koorts"}}]}
            """));

        Assert.Equal(["bij kiespijn", "bij koorts"], proposal.Dosages[0].AsNeededFor);
    }

    [Fact]
    public void A_single_series_is_taken_once() =>
        Assert.Equal(["03-02 08:00"], Doses(Proposal(Request("""{"timing":{"repeat":{"count":1}}}"""))));

    private static string Period(string start, string? end) => $$$"""
        {"url":"{{{Nictiz}}}ext-TimeInterval.Period","valuePeriod":{"start":"{{{start}}}"{{{(end is null ? "" : $",\"end\":\"{end}\"")}}} }}
        """;

    private static string Treatment(string id) =>
        $$$"""{"url":"{{{Nictiz}}}ext-PharmaceuticalTreatment.Identifier","valueIdentifier":{"system":"urn:x","value":"{{{id}}}"}}""";

    private static string Agreement(string id, string category, string extensions, string? dosage, string more = "") => $$"""
        {"resourceType":"{{(category is "33633005" ? "MedicationRequest" : "MedicationDispense")}}","id":"{{id}}","status":"unknown",{{more}}
         "category":{"coding":[{"system":"http://snomed.info/sct","code":"{{category}}"}]},"medicationReference":{"display":"Balsem"},
         "extension":[{"url":"{{Nictiz}}ext-RenderedDosageInstruction","valueString":"elke dag een half potje"},{{extensions}}],
         "dosageInstruction":[{{dosage}}]}
        """;
}
