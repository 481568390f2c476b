using System.Net;
using Assistant.Bot.Calendars;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Tests.Bot.Dashboard;
using Assistant.Tests.Bot.Dashboard.Calendars;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Bot.Calendars;

public sealed class FetchCalendarsTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private readonly ServedHouse served = house.Served;

    // Later than it is in the house, whose own clockwork would take up the row as well.
    private readonly FakeClock clock = new(new DateTimeOffset(house.Served.Now().UtcDateTime.Date, TimeSpan.Zero).AddHours(20));

    [Fact]
    public async Task A_calendar_that_is_followed_stands_on_her_days_and_what_changes_or_goes_there_changes_or_goes_here()
    {
        var answer = AnswersOnce.Answer("200 OK", "ETag: \"a\"\r\n", served.File("Bridge", 1));
        using var server = new AnswersOnce(_ => answer);
        var calendar = await FollowAsync(server.Root);

        await FetchAsync(calendar);
        var first = Assert.Single(await served.ImportedAsync("Bridge"));
        answer = AnswersOnce.Answer("200 OK", "", served.File("Bridge", 2, sequence: 1));
        await FetchAsync(calendar);
        var moved = Assert.Single(await served.ImportedAsync("Bridge"));
        answer = AnswersOnce.Answer("503 Service Unavailable", "", "");
        var failing = await FetchAsync(calendar);
        var stayed = Assert.Single(await served.ImportedAsync("Bridge"));
        answer = AnswersOnce.Answer("200 OK", "", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n");
        var gone = await FetchAsync(calendar);

        Assert.Equal((first.Id, first.Date.AddDays(1)), (moved.Id, moved.Date));
        Assert.Equal(moved.Date, stayed.Date);
        Assert.Equal((CalendarFault.ServerFailed, 1, clock.GetUtcNow() + OtherCalendar.TriesAgainAfter), (failing.Fault ?? default, failing.Failures, failing.NextActionAt ?? default));
        Assert.Empty(await served.ImportedAsync("Bridge"));
        Assert.Equal((null, clock.GetUtcNow() + OtherCalendar.Every), (gone.Fault, gone.NextActionAt ?? default));
    }

    [Fact]
    public async Task What_she_changed_of_one_time_by_a_word_stays_when_the_calendar_changes_another()
    {
        var answer = AnswersOnce.Answer("200 OK", "", served.File("Yoga", 1, more: "RRULE:FREQ=DAILY"));
        using var server = new AnswersOnce(_ => answer);
        var calendar = await FollowAsync(server.Root);
        await FetchAsync(calendar);
        var series = Assert.Single(await served.ImportedAsync("Yoga"));
        await served.InStoreAsync(async db => await new AppointmentBook(
            db, served.Now(), AccessActor.Of(DemoPeople.Jansen, AccessRole.Resident), "test").CancelAsync(
                new Occurrence(series.ResidentId, AppointmentSource.SourceName, series.Id.Value, series.Date.AddDays(2)), ChangeScope.ThisTime, CancellationToken.None));

        var skipped = served.Now().AddDays(5).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        answer = AnswersOnce.Answer("200 OK", "", served.File("Yoga", 1, 1, $"RRULE:FREQ=DAILY\r\nEXDATE;TZID=Europe/Amsterdam:{skipped}T090000"));
        await FetchAsync(calendar);

        var left = await served.InStoreAsync(db => db.Set<OccurrenceOverride>().Where(o => o.SeriesId == series.Id.Value).Select(o => o.Date).ToListAsync());
        Assert.Equal([series.Date.AddDays(2), series.Date.AddDays(4)], left.Order());
    }

    [Theory]
    [InlineData("https://127.0.0.1/a.ics", CalendarFault.NotPermitted)]
    [InlineData("http://example.org/a.ics", CalendarFault.NotPermitted)]
    [InlineData("https://els:geheim@example.org/a.ics", CalendarFault.HasPassword)]
    [InlineData("file:///etc/hostname", CalendarFault.NoAddress)]
    public async Task A_hostile_address_fails_at_once_and_is_told_on_the_page(string address, CalendarFault expected)
    {
        var calendar = await FollowAsync(new Uri(address));

        var failed = await FetchAsync(calendar, new CalendarOptions([]));

        Assert.Equal(expected, failed.Fault);
    }

    [Fact]
    public async Task What_fails_for_three_days_is_among_what_went_wrong()
    {
        await served.AgreeAsync(true, Agreement.WithOrganiser(SharedKind.DayPlan));
        var calendar = await FollowAsync(new Uri("https://agenda.invalid/a.ics"));
        using var browser = served.Browser();
        await FailedAsync(calendar, served.Now().AddDays(-2));
        var early = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard"));
        await served.InStoreAsync(db => db.Set<OtherCalendar>().Where(c => c.Id == calendar).ExecuteUpdateAsync(set => set.SetProperty(c => c.FailingSince, served.Now().AddDays(-4))));
        var late = WebUtility.HtmlDecode(await browser.GetStringAsync("/dashboard"));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(CalendarHouse.Page));

        Assert.DoesNotContain("kan al dagen niet worden gelezen", early, StringComparison.Ordinal);
        Assert.Contains("kan al dagen niet worden gelezen", late, StringComparison.Ordinal);
        Assert.DoesNotContain("agenda.invalid", late + page, StringComparison.Ordinal);
        Assert.Contains("Daar antwoordt niemand.", page, StringComparison.Ordinal);
    }

    private async Task<Guid> FollowAsync(Uri address) => await served.InStoreAsync(db => Task.FromResult(db.Add(new OtherCalendar
    {
        Id = Guid.CreateVersion7(served.Now()),
        ResidentId = CalendarHouse.Her,
        Name = "Els",
        Address = address.OriginalString,
        AddedBy = DemoPeople.Marijke,
        AddedAt = served.Now(),
    }).Entity.Id));

    private Task<bool> FailedAsync(Guid calendar, DateTimeOffset since) => served.InStoreAsync(async db =>
    {
        var row = await db.Set<OtherCalendar>().SingleAsync(c => c.Id == calendar);
        row.Failed(CalendarFault.Unreachable, since);
        row.AskAt(clock.GetUtcNow());
        return true;
    });

    // Once it is due, by a job of our own that may ask this machine.
    private async Task<OtherCalendar> FetchAsync(Guid calendar, CalendarOptions? options = null)
    {
        await served.InStoreAsync(async db => (await db.Set<OtherCalendar>().SingleAsync(c => c.Id == calendar)).AskAt(clock.GetUtcNow()));
        using var fetcher = new CalendarFetcher(options ?? new CalendarOptions([IPNetwork.Parse("127.0.0.0/8")]));
        var job = new FetchCalendars(
            served.Services.GetRequiredService<IDbContextFactory<AssistantDb>>(),
            fetcher,
            served.Services.GetRequiredService<DaysAhead>(),
            clock,
            NullLogger<FetchCalendars>.Instance);
        await job.RunAsync(CancellationToken.None);
        return await served.InStoreAsync(db => db.Set<OtherCalendar>().AsNoTracking().SingleAsync(c => c.Id == calendar));
    }
}
