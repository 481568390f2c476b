using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Dashboard.Medication;

public sealed class MedicationPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private static readonly string Bakkers = Page(DemoPeople.BakkerLives);
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task It_tells_in_plain_words_what_he_takes_and_who_looked_is_on_record()
    {
        using var browser = served.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Bakkers));

        Assert.Contains("1 tablet, elke dag om 07:00, 11:30, 15:30 en 19:30", page, StringComparison.Ordinal);
        Assert.Contains("4 dagen wel, 3 dagen niet", page, StringComparison.Ordinal);
        Assert.Contains("zo nodig, minstens 4 uur ertussen, ten hoogste 4 tabletten in 24 uur", page, StringComparison.Ordinal);
        Assert.Contains("Precies op tijd", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_agree_is_not_read_about_and_nothing_of_hers_is_changed()
    {
        using var browser = served.Browser();
        var jansens = Page(DemoPeople.JansenLives);
        var regimen = await served.InStoreAsync(db => db.Set<Regimen>().FirstAsync(r => r.ResidentId == DemoPeople.JansenLives));

        var page = await browser.GetStringAsync(jansens);
        using var stopped = await ServedHouse.SubmitAsync(browser, jansens, $"{jansens}?handler=Stop", ("regimen", $"{regimen.Id}"));
        using var edit = await browser.GetAsync(new Uri($"{jansens}/edit", UriKind.Relative));
        using var week = await browser.GetAsync(new Uri($"{jansens}/week", UriKind.Relative));

        Assert.DoesNotContain(regimen.Medicine, page, StringComparison.OrdinalIgnoreCase);
        Assert.All([stopped, edit, week], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task From_another_neighbourhood_there_is_nothing_to_see_or_to_change()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(60);
        var elsewhere = await served.InStoreAsync(db =>
        {
            var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Elders", Country = "BE" };
            var joke = new Person { Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = "Joke", Language = "nl", TimeZoneId = "Europe/Brussels" };
            db.AddRange(home, joke, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = joke.Id });
            return Task.FromResult(home.Id);
        });
        using var browser = served.Browser();

        foreach (var page in new[] { "", "/edit", "/week", "/proposals" })
        {
            using var answer = await browser.GetAsync(new Uri($"{Bakkers}{page}?neighbourhood={elsewhere}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_medicine_is_looked_at_first_then_saved_and_undone_by_one_click()
    {
        using var browser = served.Browser();
        (string, string)[] form = [("Form.Medicine", "Ferrofumaraat 200 mg"), ("Form.Amount", "1"), ("Form.Unit", "tablet"), ("Form.Pattern", "Daily"), ("Form.Times", "09:15")];

        using var looked = await ServedHouse.SubmitAsync(browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Preview", form);
        var preview = await looked.Content.ReadAsStringAsync();
        var before = await CountAsync("Ferrofumaraat 200 mg");
        using var saved = await ServedHouse.SubmitAsync(browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Save", form);
        var change = await served.InStoreAsync(db => db.Set<RegimenChange>().OrderByDescending(c => c.Id).FirstAsync());
        using var undone = await ServedHouse.SubmitAsync(browser, Bakkers, $"{Bakkers}?handler=Undo", ("change", $"{change.Id}"));

        Assert.Contains("09:15", preview, StringComparison.Ordinal);
        Assert.Equal((0, HttpStatusCode.Redirect, RegimenChangeKind.Added), (before, saved.StatusCode, change.Kind));
        Assert.EndsWith("said=Undone", undone.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.True((await served.InStoreAsync(db => db.Set<Regimen>().SingleAsync(r => r.Id == change.StartedId))).NeverHeld);
    }

    [Fact]
    public async Task While_he_is_typed_about_the_coming_days_come_by_themselves_with_one_sentence_to_be_read_aloud()
    {
        using var browser = served.Browser();

        using var ready = await ServedHouse.SubmitAsync(
            browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Fragment", ("Form.Medicine", "Furosemide"), ("Form.Amount", "1"), ("Form.Unit", "tablet"), ("Form.Times", "09:10"), ("Form.TimeAmounts", "2"));
        var shown = WebUtility.HtmlDecode(await ready.Content.ReadAsStringAsync());
        using var twice = await ServedHouse.SubmitAsync(
            browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Fragment", ("Form.Medicine", "Furosemide"), ("Form.Amount", "1"), ("Form.Times", "08:00"), ("Form.Moments", "Breakfast"));
        using var unready = await ServedHouse.SubmitAsync(browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Fragment", ("Form.Medicine", ""));

        Assert.DoesNotContain("<html", shown, StringComparison.Ordinal);
        Assert.Matches("data-says=\"De komende 14 dagen: 1[34] keer\\. De eerste is [^\"]+ om 09:10\\.\"", shown);
        Assert.Contains("2 tabletten Furosemide", shown, StringComparison.Ordinal);
        Assert.Contains("twee keer op hetzelfde moment", WebUtility.HtmlDecode(await twice.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("data-says=\"Medicijn en sterkte: ", WebUtility.HtmlDecode(await unready.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_begins_tomorrow_and_what_held_until_then_stays_readable()
    {
        using var browser = served.Browser();
        var vitamin = (await served.InStoreAsync(db => db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()))
            .Single(r => r.Medicine.StartsWith("Vitamine", StringComparison.Ordinal));
        var page = $"{Bakkers}/edit?regimen={vitamin.Id}";

        using var saved = await ServedHouse.SubmitAsync(
            browser, page, $"{page}&handler=Save", ("Form.Medicine", "Vitamine D"), ("Form.Amount", "2"), ("Form.Unit", "tablet"), ("Form.Pattern", "Daily"), ("Form.Times", "12:00"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var line = await served.InStoreAsync(db => db.Set<Regimen>().Where(r => r.Id == vitamin.Id || r.Continues == vitamin.Id).OrderBy(r => r.From).ToListAsync());
        Assert.Equal(line[0].Until?.AddDays(1), line[1].From);
        Assert.Equal(1m, line[0].Dosages[0].Dose?.High);
    }

    [Fact]
    public async Task He_is_stopped_from_tomorrow_let_to_rest_and_counted_and_wrong_days_are_named()
    {
        using var browser = served.Browser();
        var cream = (await served.InStoreAsync(db => db.Set<Regimen>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()))
            .First(r => r.Medicine.StartsWith("Hydrocortison", StringComparison.Ordinal));

        using var counted = await ServedHouse.SubmitAsync(browser, Bakkers, $"{Bakkers}?handler=Count", ("regimen", $"{cream.Id}"), ("amount", "3"));
        using var wrong = await ServedHouse.SubmitAsync(
            browser, Bakkers, $"{Bakkers}?handler=Pause", ("treatment", $"{cream.TreatmentId}"), ("from", "2030-01-02"), ("back", "2030-01-02"));
        using var paused = await ServedHouse.SubmitAsync(
            browser, Bakkers, $"{Bakkers}?handler=Pause", ("treatment", $"{cream.TreatmentId}"), ("from", "2030-01-02"), ("back", "2030-01-05"));
        using var stopped = await ServedHouse.SubmitAsync(browser, Bakkers, $"{Bakkers}?handler=Stop", ("regimen", $"{cream.Id}"), ("today", "false"));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(Bakkers));

        Assert.Equal(
            ["Counted", "DatesWrong", "Paused", "Stopped"],
            new[] { counted, wrong, paused, stopped }.Select(answer => answer.Headers.Location?.ToString().Split('=')[^1] ?? ""));
        Assert.Contains("Nog 3 in huis", page, StringComparison.Ordinal);
        Assert.Contains("Hydrocortisoncrème 1%: rust van", page, StringComparison.Ordinal);
        var last = await served.InStoreAsync(db => db.Set<RegimenChange>().OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal((RegimenChangeKind.Stopped, last.From.AddDays(-1)), (last.Kind, (await HeldAsync(cream.Id)).Until));
    }

    [Fact]
    public async Task With_breakfast_is_at_his_own_breakfast()
    {
        using var browser = served.Browser();

        using var kept = await ServedHouse.SubmitAsync(browser, Bakkers, $"{Bakkers}?handler=Hours", ("breakfast", "09:40"));
        using var looked = await ServedHouse.SubmitAsync(
            browser, $"{Bakkers}/edit", $"{Bakkers}/edit?handler=Preview", ("Form.Medicine", "Metformine"), ("Form.Amount", "1"), ("Form.Times", ""), ("Form.Moments", "Breakfast"));

        Assert.EndsWith("said=HoursKept", kept.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("09:40", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_travels_is_asked_and_the_pills_keep_the_time_of_home_until_then()
    {
        using var browser = served.Browser();
        var peeters = Page(DemoPeople.PeetersLives);
        await served.InStoreAsync(async db =>
        {
            var now = DateTimeOffset.UnixEpoch.AddYears(50);
            await new ConsentBook(db, now).AnswerAsync(
                DemoPeople.PeetersLives, [Agreement.WithOrganiser(SharedKind.Medicines)], ConsentAnswer.Given, new AskedAs("paper-1", AskedHow.OnPaper, DemoPeople.Marijke), default);
            return true;
        });

        using var moved = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Zone", ("zone", "Europe/London"));
        using var nowhere = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Zone", ("zone", "Mars/Olympus"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (moved.StatusCode, nowhere.StatusCode));
        Assert.Equal("Europe/Amsterdam", (await served.InStoreAsync(db => db.Set<Regimen>().SingleAsync(r => r.ResidentId == DemoPeople.PeetersLives))).TimeZoneId);
    }

    private Task<Regimen> HeldAsync(Guid id) => served.InStoreAsync(db => db.Set<Regimen>().SingleAsync(r => r.Id == id));

    private static string Page(ResidentId id) => $"/dashboard/residents/{id}/medication";

    private Task<int> CountAsync(string medicine) => served.InStoreAsync(async db =>
        (await db.Set<Regimen>().ToListAsync()).Count(r => r.Medicine == medicine));
}
