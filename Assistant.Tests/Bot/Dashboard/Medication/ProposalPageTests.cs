using System.Net;
using System.Text;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Medication;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Dashboard.Medication;

public sealed class ProposalPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const string Bundle =
        """
        {"resourceType":"Bundle","entry":[
          {"resource":{"resourceType":"MedicationRequest","id":"a","status":"active","intent":"order","authoredOn":"2026-11-01",
            "medicationCodeableConcept":{"text":"Lisinopril 10 mg"},
            "dosageInstruction":[{"text":"1 maal daags 1 tablet","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"d"}},
              "doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet"}}]}]}},
          {"resource":{"resourceType":"MedicationRequest","id":"b","status":"active","intent":"order",
            "medicationCodeableConcept":{"text":"Zalf"},"dosageInstruction":[{"text":"smeren volgens afspraak"}]}},
          {"resource":{"resourceType":"MedicationRequest","id":"c","status":"active","intent":"order",
            "medicationCodeableConcept":{"text":"Codeine"},
            "dosageInstruction":[{"timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"s"}}}]}}]}
        """;

    private static readonly string Proposals = $"/dashboard/residents/{DemoPeople.BakkerLives}/medication/proposals";
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task A_file_is_kept_line_by_line_and_nothing_is_planned_before_somebody_takes_it_over()
    {
        using var browser = served.Browser();

        using var kept = await UploadAsync(browser, Encoding.UTF8.GetBytes(Bundle));
        var address = kept.Headers.Location?.ToString() ?? "";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        var before = await TakesAsync("Lisinopril 10 mg");
        var line = (await served.InStoreAsync(db => db.Set<ProposalLine>().ToListAsync())).Single(l => l.Content.Contains("Lisinopril", StringComparison.Ordinal));
        using var accepted = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Accept", ("line", $"{line.Id}"));
        using var again = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Accept", ("line", $"{line.Id}"));

        Assert.Contains("1 maal daags 1 tablet", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("De uren staan niet in het bestand").Length);
        Assert.Contains("smeren volgens afspraak", page, StringComparison.Ordinal);
        Assert.Contains("Niemand wordt zo vaak herinnerd", page, StringComparison.Ordinal);
        Assert.Equal((0, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (before, accepted.StatusCode, again.StatusCode));
        Assert.Equal(1, await TakesAsync("Lisinopril 10 mg"));
    }

    [Theory]
    [InlineData("{ geen json", "geen volledige JSON")]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Bundle>&e;</Bundle>", "zonder DOCTYPE")]
    [InlineData("{\"resourceType\":\"Patient\"}", "geen medicatie")]
    [InlineData("", "niet leeg")]
    public async Task What_cannot_be_read_is_refused_with_a_sentence_and_nothing_is_kept(string text, string sentence)
    {
        using var browser = served.Browser();
        var before = await served.InStoreAsync(db => db.Set<MedicationProposal>().CountAsync());

        using var answer = await UploadAsync(browser, Encoding.UTF8.GetBytes(text));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Bestand: ", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(before, await served.InStoreAsync(db => db.Set<MedicationProposal>().CountAsync()));
    }

    [Fact]
    public async Task A_bundle_of_whatever_size_and_one_of_five_hundred_medicines_are_refused_as_a_whole_with_a_sentence()
    {
        using var browser = served.Browser();
        var medicine = """{"resource":{"resourceType":"MedicationRequest","status":"active","medicationCodeableConcept":{"text":"X"}}}""";
        var many = $$"""{"resourceType":"Bundle","entry":[{{string.Join(',', Enumerable.Repeat(medicine, 500))}}]}""";

        using var large = await UploadAsync(browser, new StreamContent(new Zeros(700L * 1024 * 1024)));
        using var five = await UploadAsync(browser, Encoding.UTF8.GetBytes(many));

        Assert.Equal(HttpStatusCode.Redirect, large.StatusCode);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(large.Headers.Location?.ToString()));
        Assert.Contains("Bestand: het bestand is te groot. Geef de medicatie van een persoon, ten hoogste 4 MB.", page, StringComparison.Ordinal);
        Assert.Contains("meer dan 200 regels", WebUtility.HtmlDecode(await five.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_ends_what_he_takes_only_when_it_is_taken_over_and_can_be_undone()
    {
        const string stop =
            """
            {"resourceType":"MedicationRequest","id":"s","status":"active","intent":"order","authoredOn":"2026-11-01",
             "medicationCodeableConcept":{"text":"Prednison 5 mg"},
             "modifierExtension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-StopType","valueCodeableConcept":{"text":"stopt"}}]}
            """;
        using var browser = served.Browser();

        using var kept = await UploadAsync(browser, Encoding.UTF8.GetBytes(stop));
        var address = kept.Headers.Location?.ToString() ?? "";
        var before = (await PrednisonAsync()).Until;
        var line = (await served.InStoreAsync(db => db.Set<ProposalLine>().ToListAsync())).Single(l => l.Content.Contains("Prednison", StringComparison.Ordinal) && !l.Content.Contains("2030", StringComparison.Ordinal));
        using var accepted = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Accept", ("line", $"{line.Id}"));
        var ended = (await PrednisonAsync()).Until;
        var change = await served.InStoreAsync(db => db.Set<RegimenChange>().OrderByDescending(c => c.Id).FirstAsync());
        using var undone = await ServedHouse.SubmitAsync(
            browser, address, $"/dashboard/residents/{DemoPeople.BakkerLives}/medication?handler=Undo", ("change", $"{change.Id}"));

        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Null(before);
        Assert.NotNull(ended);
        Assert.Null((await PrednisonAsync()).Until);
    }

    [Fact]
    public async Task A_stop_for_a_while_lets_it_rest_until_the_day_that_is_written_and_it_begins_again_by_itself()
    {
        const string rest =
            """
            {"resourceType":"MedicationRequest","id":"r","status":"unknown","intent":"order","authoredOn":"2026-11-01",
             "medicationCodeableConcept":{"text":"Prednison 5 mg"},
             "extension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-TimeInterval.Period","valuePeriod":{"start":"2030-02-01","end":"2030-02-10"}}],
             "modifierExtension":[{"url":"http://nictiz.nl/fhir/StructureDefinition/ext-StopType",
               "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"113381000146106"}]}}]}
            """;
        using var browser = served.Browser();

        using var kept = await UploadAsync(browser, Encoding.UTF8.GetBytes(rest));
        var address = kept.Headers.Location?.ToString() ?? "";
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(address));
        var line = (await served.InStoreAsync(db => db.Set<ProposalLine>().ToListAsync())).Last(l => l.Content.Contains("2030-02-10", StringComparison.Ordinal));
        using var ending = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Accept", ("line", $"{line.Id}"));
        using var early = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Rest", ("line", $"{line.Id}"), ("back", "2030-01-01"));
        using var rested = await ServedHouse.SubmitAsync(browser, address, $"{address}?handler=Rest", ("line", $"{line.Id}"), ("back", "2030-02-11"));
        var pause = await served.InStoreAsync(db => db.Set<MedicationPause>().OrderByDescending(p => p.Id).FirstAsync());

        Assert.Contains("Rust een tijd", page, StringComparison.Ordinal);
        Assert.Contains("value=\"2030-02-11\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, ending.StatusCode);
        Assert.EndsWith("said=DatesWrong", early.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("said=Accepted", rested.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2030, 2, 1), new DateOnly(2030, 2, 11)), (pause.From, pause.ReturnsOn));
        Assert.Null((await PrednisonAsync()).Until);
    }

    private Task<Regimen> PrednisonAsync() => served.InStoreAsync(async db =>
        (await db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()).Single(r => r.Medicine == "Prednison 5 mg"));

    private static Task<HttpResponseMessage> UploadAsync(HttpClient browser, byte[] file) => UploadAsync(browser, new ByteArrayContent(file));

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, HttpContent file)
    {
        var token = await ServedHouse.TokenAsync(browser, Proposals);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { file, "file", "medicatie.json" },
        };
        return await browser.PostAsync(new Uri(Proposals, UriKind.Relative), form);
    }

    private Task<int> TakesAsync(string medicine) => served.InStoreAsync(async db =>
        (await db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()).Count(r => r.Medicine == medicine));
}
