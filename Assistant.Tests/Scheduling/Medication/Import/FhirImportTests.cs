using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Medication.Import;
using static Assistant.Tests.Scheduling.Medication.Import.Imports;

namespace Assistant.Tests.Scheduling.Medication.Import;

public sealed class FhirImportTests
{
    private const string TwiceADay = """{"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":0.5,"unit":"tablet"}}]}""";

    [Fact]
    public void What_can_be_read_completely_is_expanded_and_nothing_is_asked()
    {
        var proposal = Proposal(Request(TwiceADay));

        Assert.Equal(["03-02 08:00", "03-02 20:00"], Doses(proposal, 1));
        Assert.Empty(proposal.ToConfirm);
        Assert.Equal(("MedicationRequest/one", "Valeriana 10 mg", "0.5 tablet"),
            (proposal.Source, proposal.Medicine, proposal.Dosages[0].Dose?.ToString()));
    }

    [Fact]
    public void Xml_says_the_same_as_json()
    {
        var xml = """
            <?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><type value="transaction"/><entry>
            <fullUrl value="urn:uuid:aa"/><resource><Medication><code><text value="Valeriana 10 mg"/></code></Medication></resource></entry><entry>
            <resource><MedicationRequest><id value="one"/><text><div xmlns="http://www.w3.org/1999/xhtml"><p>story</p></div></text>
            <status value="active"/><intent value="order"/><medicationReference><reference value="urn:uuid:aa"/></medicationReference>
            <authoredOn value="2026-03-02"/><dosageInstruction><timing><repeat><frequency value="2"/><period value="1"/>
            <periodUnit value="d"/></repeat></timing><doseAndRate><doseQuantity><value value="0.5"/><unit value="tablet"/></doseQuantity>
            </doseAndRate></dosageInstruction></MedicationRequest></resource></entry></Bundle>
            """;

        var (fromXml, fromJson) = (Proposal(xml), Proposal(Request(TwiceADay)));

        Assert.Equal(DosageJson.Write(fromJson.Dosages), DosageJson.Write(fromXml.Dosages));
        Assert.Equal((fromJson.Source, fromJson.Medicine), (fromXml.Source, fromXml.Medicine));
    }

    [Theory]
    [InlineData(""" "medicationReference":{"reference":"#m","display":"not this"},"contained":[{"resourceType":"Medication","id":"m","code":{"coding":[{"display":"Melissa drops"}]}}],""", "Melissa drops")]
    [InlineData(""" "medicationReference":{"reference":"Medication/elsewhere","display":"Melissa drops"},""", "Melissa drops")]
    public void The_medicine_is_found_where_the_reference_points(string more, string name) =>
        Assert.Equal(name, Proposal(Request(TwiceADay, more).Replace("\"medicationCodeableConcept\":{\"text\":\"Valeriana 10 mg\"},", "")).Medicine);

    [Theory]
    [InlineData("MedicationRequest", "stopped")]
    [InlineData("MedicationRequest", "draft")]
    [InlineData("MedicationStatement", "not-taken")]
    [InlineData("MedicationDispense", "cancelled")]
    public void A_status_that_is_not_in_use_plans_nothing(string type, string status)
    {
        var proposal = Proposal(Request(TwiceADay).Replace("MedicationRequest", type).Replace("\"active\"", $"\"{status}\""));

        Assert.Contains("status", Codes(proposal));
        Assert.Empty(Doses(proposal));
    }

    [Theory]
    [InlineData("\"doNotPerform\":true,", "do-not-perform")]
    [InlineData("\"modifierExtension\":[{\"url\":\"https://example.org/inverted\",\"valueBoolean\":true}],", "modifier-unknown")]
    public void What_changes_the_meaning_plans_nothing(string more, string code)
    {
        var proposal = Proposal(Request(TwiceADay, more));

        Assert.Contains(code, Codes(proposal));
        Assert.Empty(Doses(proposal));
    }

    [Theory]
    [InlineData("""{"text":"as the doctor told you"}""", "no-timing")]
    [InlineData("""{"asNeededBoolean":true}""", "as-needed-without-limits")]
    [InlineData("""{"timing":{"repeat":{"when":["IMD"]}}}""", "when-unknown")]
    [InlineData("""{"timing":{"repeat":{"frequency":3}}}""", "no-period")]
    [InlineData("""{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"s"}}}""", "too-often")]
    [InlineData("""{"asNeededBoolean":true,"timing":{"repeat":{"frequency":3,"period":1,"periodUnit":"d"}}}""", "as-needed")]
    public void What_cannot_be_planned_says_why_and_plans_nothing(string dosage, string code)
    {
        var proposal = Proposal(Request(dosage));

        Assert.Contains(code, Codes(proposal));
        Assert.Empty(Doses(proposal));
    }

    [Theory]
    [InlineData(""" "frequency":1,"frequencyMax":3,"period":1,"periodUnit":"d" """, "frequency-range", 7)]
    [InlineData(""" "timeOfDay":["09:00:00"],"when":["EVE"] """, "tim-10", 14)]
    [InlineData(""" "when":["CM"],"offset":15 """, "tim-9", 7)]
    [InlineData(""" "frequency":1,"period":3,"periodUnit":"wk" """, "start-unknown", 1)]
    [InlineData(""" "frequency":1,"period":12,"periodUnit":"h" """, "first-hour", 14)]
    [InlineData(""" "frequency":3,"period":1,"periodUnit":"d","timeOfDay":["08:00:00","20:00:00"] """, "frequency-disagrees", 14)]
    public void What_needs_a_person_is_a_proposal_with_a_question(string repeat, string code, int doses)
    {
        var proposal = Proposal(Request("{\"timing\":{\"repeat\":{" + repeat + "}}}"));

        Assert.Contains(code, Codes(proposal));
        Assert.Equal(doses, Doses(proposal).Length);
    }

    [Fact]
    public void A_code_alone_is_read_as_what_it_stands_for()
    {
        var proposal = Proposal(Request("""{"timing":{"code":{"coding":[{"code":"TID"}]}}}"""));

        Assert.Equal(["timing-code"], Codes(proposal));
        Assert.Equal(21, Doses(proposal).Length);
    }

    [Fact]
    public void Each_dose_shows_the_words_of_the_source_or_the_amount_and_the_medicine()
    {
        var life = (Amsterdam, DayHours.Default);
        string Text(string json) => ImportPreview.Lines(Single(json), Plan.Monday, Plan.Monday.AddDays(1), life)
            .OfType<PreviewLine.Occurrence>().First().Text;

        Assert.Equal("0.5 tablet Valeriana 10 mg", Text(Request(TwiceADay)));
        Assert.Equal("half a tablet, twice", Text(Request("{\"text\":\"half a tablet, twice\"," + TwiceADay[1..])));
    }

    [Fact]
    public void Our_own_regimen_is_read_and_the_bad_one_beside_it_names_the_place()
    {
        var entries = FhirImport.Read("""
            {"regimens":[
              {"id":"a","medicine":"Melissa","start":"2026-03-02","dosages":[{"dose":{"low":1,"high":1,"unit":"cup"},"timing":{"repeat":{"when":["HS"]}}}]},
              {"id":"b","medicine":"Melissa","start":"2026-03-02","dosages":[{"timing":{"repeat":{"wen":["HS"]}}}]}]}
            """, Amsterdam);

        Assert.Equal(["03-02 22:00"], Doses(Assert.IsType<ImportedEntry.Proposal>(entries[0]), 1));
        Assert.Equal(("regimen/b", true), (entries[1].Source, ((ImportedEntry.Refused)entries[1]).Field.Contains("wen", StringComparison.Ordinal)));
    }
}
