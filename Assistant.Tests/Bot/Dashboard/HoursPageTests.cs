using System.Net;
using System.Text.RegularExpressions;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Dashboard;

public sealed partial class HoursPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task An_hour_is_added_and_one_click_takes_it_back()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);
        var before = await HoursAsync(DemoPeople.BakkerLives);

        using var kept = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Keep", ("at", "17:30"), ("grace", "45"), ("days", "MO"), ("days", "FR"));
        var shown = WebUtility.HtmlDecode(await kept.Content.ReadAsStringAsync());

        Assert.Contains("Bewaard.", shown, StringComparison.Ordinal);
        var made = Assert.Single(await HoursAsync(DemoPeople.BakkerLives), s => s.At == new TimeOnly(17, 30));
        Assert.Equal(("FREQ=WEEKLY;BYDAY=MO,FR", TimeSpan.FromMinutes(45)), (made.Rule, made.Grace));
        Assert.Contains(
            await served.InStoreAsync(db => db.Set<AccessWaiting>().Select(w => w.Note).Concat(db.Set<AccessEntry>().Select(e => e.Route)).ToListAsync()),
            note => note.Contains("dashboard/hours", StringComparison.Ordinal));

        using var undone = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Remove", ("schedule", Undo().Match(shown).Groups[1].Value));
        Assert.Equal(before.Select(s => s.Id), (await HoursAsync(DemoPeople.BakkerLives)).Select(s => s.Id));
    }

    [Fact]
    public async Task A_changed_hour_is_planned_at_once_and_kept_again_as_it_was_it_is_undone()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.JansenLives);
        var hour = (await HoursAsync(DemoPeople.JansenLives))[0];

        using var kept = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Keep", [("schedule", $"{hour.Id}"), ("at", "10:15"), ("grace", "60"), .. Week()]);
        Assert.Contains("Maak ongedaan", WebUtility.HtmlDecode(await kept.Content.ReadAsStringAsync()), StringComparison.OrdinalIgnoreCase);
        var planned = await served.InStoreAsync(db => db.Set<CheckIn>().AsNoTracking()
            .Where(c => c.ScheduleId == hour.Id && c.State == CheckInState.Expected).ToListAsync());
        Assert.NotEmpty(planned);
        Assert.All(planned, c => Assert.Equal(15, c.AskAt.Minute));

        using var undone = await ServedHouse.SubmitAsync(
            browser, page, $"{page}?handler=Keep",
            [("schedule", $"{hour.Id}"), ("at", $"{hour.At:HH\\:mm}"), ("grace", $"{(int)hour.Grace.TotalMinutes}"), .. Week()]);
        var again = (await HoursAsync(DemoPeople.JansenLives)).Single(s => s.Id == hour.Id);
        Assert.Equal((hour.At, hour.Grace), (again.At, again.Grace));
    }

    [Theory]
    [InlineData("", "60", "MO")]
    [InlineData("25:00", "60", "MO")]
    [InlineData("09:00", "5", "MO")]
    [InlineData("09:00", "600", "MO")]
    [InlineData("09:00", "60", "XX")]
    public async Task What_is_no_hour_is_refused_in_words(string at, string grace, string day)
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);
        var before = (await HoursAsync(DemoPeople.BakkerLives)).Count;

        using var refused = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Keep", ("at", at), ("grace", grace), ("days", day));

        Assert.Contains("Vul een uur in", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before, (await HoursAsync(DemoPeople.BakkerLives)).Count);
    }

    [Fact]
    public async Task Her_quiet_hours_are_kept_and_taken_away()
    {
        using var browser = served.Browser();
        var page = Page(DemoPeople.BakkerLives);

        using var kept = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Quiet", ("from", "22:30"), ("until", "07:30"));
        Assert.Equal((new TimeOnly(22, 30), new TimeOnly(7, 30)), await QuietAsync());
        using var half = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Quiet", ("from", "22:30"), ("until", ""));
        Assert.Equal((new TimeOnly(22, 30), new TimeOnly(7, 30)), await QuietAsync());
        using var none = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Quiet", ("from", ""), ("until", ""));
        Assert.Equal((null, null), await QuietAsync());
    }

    [Fact]
    public async Task A_resident_of_nobody_here_has_no_page_and_no_hours()
    {
        using var browser = served.Browser();
        var nobody = Page(ResidentId.From(Guid.Empty));

        using var answer = await browser.GetAsync(nobody);
        using var posted = await ServedHouse.SubmitAsync(browser, Page(DemoPeople.BakkerLives), $"{nobody}?handler=Remove", ("schedule", $"{Guid.Empty}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, posted.StatusCode));
    }

    private static string Page(ResidentId id) => $"/dashboard/residents/{id}/hours";

    private static IEnumerable<(string, string)> Week() => ((string[])["MO", "TU", "WE", "TH", "FR", "SA", "SU"]).Select(day => ("days", day));

    private Task<List<CheckInSchedule>> HoursAsync(ResidentId id) =>
        served.InStoreAsync(db => db.Set<CheckInSchedule>().AsNoTracking().Where(s => s.ResidentId == id).OrderBy(s => s.Id).ToListAsync());

    [Fact]
    public async Task How_many_messages_she_hears_in_an_hour_is_kept_and_a_number_that_is_none_is_not()
    {
        using var browser = served.Browser();
        var page = $"/dashboard/residents/{DemoPeople.PeetersLives}/hours";

        using var kept = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Most", ("most", "3"));
        using var wrong = await ServedHouse.SubmitAsync(browser, page, $"{page}?handler=Most", ("most", "0"));

        Assert.Contains("1 tot en met 12", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await served.InStoreAsync(db => db.Set<Resident>().Where(r => r.Id == DemoPeople.PeetersLives).Select(r => r.MostMessagesAnHour).SingleAsync()));
    }

    private async Task<(TimeOnly?, TimeOnly?)> QuietAsync()
    {
        var person = await served.InStoreAsync(db => db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == DemoPeople.Bakker));
        return (person.QuietFrom, person.QuietUntil);
    }

    [GeneratedRegex("name=\"schedule\" value=\"([0-9a-f-]+)\"")]
    private static partial Regex Undo();
}
