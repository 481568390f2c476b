using System.Net;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Dashboard.Days;

public sealed class WeekPageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private static readonly string Jansens = Week(DemoPeople.JansenLives);
    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task A_thing_is_looked_at_first_then_saved_planned_and_undone_by_one_click()
    {
        using var browser = served.Browser();
        (string, string)[] form = [("Form.What", "bloemschikken"), ("Form.Time", "10.45"), ("Form.Days", "Daily"), ("Form.Importance", "Ask"), ("Form.Notice", "0")];

        using var looked = await ServedHouse.SubmitAsync(browser, $"{Jansens}/edit", $"{Jansens}/edit?handler=Preview", form);
        var preview = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync());
        var before = await ItemsAsync("bloemschikken");
        using var saved = await ServedHouse.SubmitAsync(browser, $"{Jansens}/edit", $"{Jansens}/edit?handler=Save", form);
        var after = await ItemsAsync("bloemschikken");
        var change = await LastAsync();
        var told = await ToldAsync();
        using var undone = await ServedHouse.SubmitAsync(browser, Jansens, $"{Jansens}?handler=Undo", ("change", $"{change.Id}"));

        Assert.Equal(1, told);
        Assert.Equal(0, await ToldAsync());

        Assert.Contains("Tegelijk met: koffie met Ria", preview, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Contains(PlanItemState.Planned, after);
        Assert.EndsWith("said=Undone", $"{undone.Headers.Location}", StringComparison.Ordinal);
        Assert.All(await ItemsAsync("bloemschikken"), state => Assert.Equal(PlanItemState.Cancelled, state));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    // She hears of it once, when it can no longer be undone; of what was undone, nothing.
    private Task<int> ToldAsync() => served.InStoreAsync(async db => (await db.Set<OutboundMessage>().AsNoTracking()
        .Where(m => m.About == DemoPeople.JansenLives && m.State == MessageState.Queued).ToListAsync()).Count(m => m.Saying.Key == "dayplan.told_week"));

    [Fact]
    public async Task What_is_wrong_is_said_with_its_field_and_nothing_typed_is_lost()
    {
        using var browser = served.Browser();

        using var answer = await ServedHouse.SubmitAsync(
            browser, $"{Jansens}/edit", $"{Jansens}/edit?handler=Save", ("Form.What", "zangkoor"), ("Form.Time", "kwart over"), ("Form.Place", "De Linde"), ("Form.Days", "Weekdays"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Contains("href=\"#f-time\"", page, StringComparison.Ordinal);
        Assert.Contains("Schrijf de tijd als 10:30.", page, StringComparison.Ordinal);
        Assert.Contains("Kies een of meer dagen.", page, StringComparison.Ordinal);
        Assert.All(["zangkoor", "kwart over", "De Linde"], typed => Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_is_put_at_once_never_twice_and_undone_at_once()
    {
        using var browser = served.Browser();
        var peeters = Week(DemoPeople.PeetersLives);
        (string, string)[] fields = [("Template", "active_day"), ("To", "Monday"), ("To", "Thursday")];
        Task<int> HersAsync() => served.InStoreAsync(db => db.Set<Routine>().CountAsync(r => r.ResidentId == DemoPeople.PeetersLives && (r.Until == null || r.Until >= r.From)));

        var before = await HersAsync();
        using var tried = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Try", fields);
        var preview = await tried.Content.ReadAsStringAsync();
        var whileLooking = await HersAsync();
        using var put = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Put", fields);
        using var again = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Put", fields);
        var after = await HersAsync();
        var change = await LastAsync();
        using var undone = await ServedHouse.SubmitAsync(browser, peeters, $"{peeters}?handler=Undo", ("change", $"{change.Id}"));

        Assert.Contains("een wandeling", preview, StringComparison.Ordinal);
        Assert.Equal((0, 5), (whileLooking - before, after - before));
        Assert.Equal(
            ["Put", "NothingNew", "Undone"], new[] { put, again, undone }.Select(answer => $"{answer.Headers.Location}".Split('=')[^1]));
        Assert.Equal(before, await HersAsync());
    }

    [Fact]
    public async Task A_day_is_copied_a_thing_is_changed_from_a_day_and_left_out_once()
    {
        using var browser = served.Browser();
        var bakkers = Week(DemoPeople.BakkerLives);
        var walk = (await served.InStoreAsync(db => db.Set<Routine>().Where(r => r.ResidentId == DemoPeople.BakkerLives).ToListAsync()))
            .First(r => r.Title == "een ommetje door het park");
        var monday = await NextMondayAsync();

        using var copied = await ServedHouse.SubmitAsync(browser, bakkers, $"{bakkers}?handler=Put", ("Like", $"{monday:yyyy-MM-dd}"), ("To", "Saturday"), ("To", "Tuesday"));
        var copy = await served.InStoreAsync(db => db.Set<Routine>().SingleAsync(r => r.ResidentId == DemoPeople.BakkerLives && r.Rule == "FREQ=WEEKLY;BYDAY=SA"));
        using var leftOut = await ServedHouse.SubmitAsync(browser, bakkers, $"{bakkers}?handler=Stop&series={walk.Id}&date={monday:yyyy-MM-dd}&scope=ThisTime");
        var edit = $"{bakkers}/edit?series={walk.Id}&date={monday.AddDays(1):yyyy-MM-dd}";
        using var changed = await ServedHouse.SubmitAsync(
            browser, edit, $"{edit}&handler=Save", ("Form.What", "een ommetje"), ("Form.Time", "15:00"), ("Form.Days", "Daily"), ("Form.From", $"{monday.AddDays(1):yyyy-MM-dd}"), ("Form.Notice", "0"));
        var held = await served.InStoreAsync(db => db.Set<Routine>().SingleAsync(r => r.Id == walk.Id));

        Assert.Equal(walk.Title, copy.Title);
        Assert.Equal(["Put", "LeftOut", "Changed"], new[] { copied, leftOut, changed }.Select(answer => $"{answer.Headers.Location}".Split('=')[^1]));
        Assert.Equal(monday, held.Until);
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"{bakkers}?day={monday:yyyy-MM-dd}"));
        Assert.Contains("een ommetje", page, StringComparison.Ordinal);
        var paper = WebUtility.HtmlDecode(await browser.GetStringAsync($"{bakkers}/print?day={monday:yyyy-MM-dd}"));
        Assert.Contains("#day-walk", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_her_yes_and_from_another_neighbourhood_there_is_nothing_to_see_or_to_change()
    {
        using var browser = served.Browser();
        var now = served.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (elsewhere, truus) = await served.InStoreAsync(db =>
        {
            var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Verderop", Country = "NL" };
            var joke = Person("Joke", home.Id, now);
            var truus = Person("Truus", DemoPeople.Linden, now);
            var lives = new Resident { Id = ResidentId.New(now), PersonId = truus.Id, NeighbourhoodId = DemoPeople.Linden };
            db.AddRange(home, joke, truus, lives, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = joke.Id });
            return Task.FromResult((home.Id, lives.Id));
        });

        foreach (var path in new[] { $"{Jansens}?neighbourhood={elsewhere}", $"{Jansens}/edit?neighbourhood={elsewhere}", $"{Jansens}/print?neighbourhood={elsewhere}", $"{Week(truus)}/edit", $"{Week(truus)}/print" })
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var put = await ServedHouse.SubmitAsync(browser, Jansens, $"{Week(truus)}?handler=Put", ("Template", "active_day"), ("To", "Monday"));
        Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
        Assert.False(await served.InStoreAsync(db => db.Set<Routine>().AnyAsync(r => r.ResidentId == truus)));
    }

    private async Task<DateOnly> NextMondayAsync()
    {
        var today = await served.InStoreAsync(db => db.Set<PlanItem>().MaxAsync(i => i.LocalDate));
        return today.AddDays(8 - (((int)today.DayOfWeek + 6) % 7 + 1));
    }

    private Task<DayChange> LastAsync() => served.InStoreAsync(db => db.Set<DayChange>().OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstAsync());

    private async Task<List<PlanItemState>> ItemsAsync(string title) =>
        [.. (await served.InStoreAsync(db => db.Set<PlanItem>().ToListAsync())).Where(item => item.Title == title).Select(item => item.State)];

    private static string Week(ResidentId id) => $"/dashboard/residents/{id}/week";

    private static Person Person(string name, NeighbourhoodId home, DateTimeOffset now) =>
        new() { Id = PersonId.New(now), NeighbourhoodId = home, Name = name, Language = "nl", TimeZoneId = DemoPeople.Zone };
}
