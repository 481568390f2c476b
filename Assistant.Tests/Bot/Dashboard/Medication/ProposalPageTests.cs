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
    public async Task A_bundle_of_fifty_megabytes_and_one_of_five_hundred_medicines_are_refused_as_a_whole()
    {
        using var browser = served.Browser();
        var medicine = """{"resource":{"resourceType":"MedicationRequest","status":"active","medicationCodeableConcept":{"text":"X"}}}""";
        var many = $$"""{"resourceType":"Bundle","entry":[{{string.Join(',', Enumerable.Repeat(medicine, 500))}}]}""";

        using var large = await UploadAsync(browser, new byte[50 * 1024 * 1024]);
        using var five = await UploadAsync(browser, Encoding.UTF8.GetBytes(many));

        Assert.Contains("te groot", WebUtility.HtmlDecode(await large.Content.ReadAsStringAsync()), StringComparison.Ordinal);
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
        var line = (await served.InStoreAsync(db => db.Set<ProposalLine>().ToListAsync())).Single(l => l.Content.Contains("Prednison", StringComparison.Ordinal));
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

    private Task<Regimen> PrednisonAsync() => served.InStoreAsync(async db =>
        (await db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()).Single(r => r.Medicine == "Prednison 5 mg"));

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, byte[] file)
    {
        var token = await ServedHouse.TokenAsync(browser, Proposals);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "medicatie.json" },
        };
        return await browser.PostAsync(new Uri(Proposals, UriKind.Relative), form);
    }

    private Task<int> TakesAsync(string medicine) => served.InStoreAsync(async db =>
        (await db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()).Count(r => r.Medicine == medicine));
}
