using System.Net;
using System.Text.RegularExpressions;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Bot.Dashboard;
using Assistant.Tests.Bot.Dashboard.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels.FamilyCalendar;

public sealed partial class FamilyCalendarTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private static readonly Agreement Days = Agreement.With(DemoPeople.Els, SharedKind.DayPlan);
    private static readonly Agreement Doses = Agreement.With(DemoPeople.Els, SharedKind.Doses);

    private readonly ServedHouse served = house.Served;

    [Fact]
    public async Task Els_reads_her_mothers_days_for_as_long_as_her_mother_agrees()
    {
        using var browser = served.Browser();
        await served.AgreeAsync(false, Days, Doses);
        using var refused = await ServedHouse.SubmitAsync(browser, CalendarHouse.Page, $"{CalendarHouse.Page}?handler=Give", ("reader", $"{DemoPeople.Els}"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);

        await served.AgreeAsync(true, Days);
        var link = await LinkAsync(browser);
        var days = await EventsAsync(browser, link);
        await served.AgreeAsync(true, Doses);
        var withDoses = await EventsAsync(browser, link);

        Assert.Contains(days, one => one.Start.IsDate && one.Summary.Contains("jarig", StringComparison.Ordinal));
        Assert.DoesNotContain(days, one => one.Summary == "Medicijnen");
        Assert.Contains(withDoses, one => one.Summary == "Medicijnen");
        var medicines = await served.InStoreAsync(db => db.Set<Regimen>().Where(r => r.ResidentId == CalendarHouse.Her).ToListAsync());
        var file = await browser.GetStringAsync(link);
        Assert.NotEmpty(medicines);
        Assert.All(medicines, medicine => Assert.DoesNotContain(medicine.Medicine, file, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("BEGIN:VTIMEZONE", file, StringComparison.Ordinal);

        // Withdrawn at once, and what others kept of it becomes empty.
        await served.AgreeAsync(false, Days);
        Assert.Empty(await EventsAsync(browser, link));
    }

    [Fact]
    public async Task A_link_is_good_from_anywhere_answers_only_what_is_new_and_is_empty_once_it_is_taken_back()
    {
        using var browser = served.Browser();
        await served.AgreeAsync(true, Days);
        var link = await LinkAsync(browser);
        using var outside = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Host = "jansen.example" } };
        outside.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var first = await browser.SendAsync(outside);
        using var again = new HttpRequestMessage(HttpMethod.Get, link);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException("No tag."));
        using var second = await browser.SendAsync(again);

        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8", "no-cache, private"),
            (first.StatusCode, $"{first.Content.Headers.ContentType}", $"{first.Headers.CacheControl}"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.All(
            (await first.Content.ReadAsStringAsync()).Split("\r\n"),
            line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.True(await served.InStoreAsync(db => db.Set<AccessWaiting>().AnyAsync()) || await served.InStoreAsync(db => db.Set<AccessEntry>()
            .AnyAsync(e => e.PersonId == DemoPeople.Els && e.Event == AccessEvent.Read && e.Route == "calendar/feed")));

        var token = link.Split('/')[^1][..^4];
        Assert.DoesNotContain(token, string.Concat(await served.InStoreAsync(db => db.Set<CalendarFeed>().Select(f => f.TokenHash).ToListAsync())), StringComparison.Ordinal);
        using var back = await ServedHouse.SubmitAsync(browser, CalendarHouse.Page, $"{CalendarHouse.Page}?handler=Revoke", ("reader", $"{DemoPeople.Els}"));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Empty(await EventsAsync(browser, link));
        using var unknown = await browser.GetAsync($"/calendar/{new string('a', 43)}.ics");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_is_moved_keeps_its_name_with_a_later_revision_and_what_is_called_off_says_so()
    {
        using var browser = served.Browser();
        await served.AgreeAsync(true, Days);
        var link = await LinkAsync(browser);
        var day = DateOnly.FromDateTime(served.Now().UtcDateTime.AddDays(1));
        var appointment = await AddAsync(day);
        var before = Assert.Single(await EventsAsync(browser, link), one => one.Summary == "Oogarts");

        await served.InStoreAsync(async db => await Book(db).MoveAsync(Occurrence(appointment, day), day, new TimeOnly(15, 30), ChangeScope.ThisTime, CancellationToken.None));
        var moved = Assert.Single(await EventsAsync(browser, link), one => one.Summary == "Oogarts");

        Assert.Equal((before.Uid, new TimeOnly(15, 30)), (moved.Uid, TimeOnly.FromDateTime(moved.Start.Local)));
        Assert.True(moved.Sequence > before.Sequence);
    }

    private async Task<Appointment> AddAsync(DateOnly day) => await served.InStoreAsync(db =>
    {
        var appointment = new Appointment
        {
            Id = AppointmentId.New(served.Now()),
            ResidentId = CalendarHouse.Her,
            Title = "Oogarts",
            Date = day,
            At = new TimeOnly(14, 0),
            Importance = Importance.Mention,
            AddedBy = DemoPeople.Jansen,
        };
        Book(db).Add(appointment);
        return Task.FromResult(appointment);
    });

    private AppointmentBook Book(Assistant.Scheduling.Store.AssistantDb db) =>
        new(db, served.Now(), AccessActor.Of(DemoPeople.Jansen, AccessRole.Resident), "test");

    private static Occurrence Occurrence(Appointment of, DateOnly day) => new(of.ResidentId, AppointmentSource.SourceName, of.Id.Value, day);

    private async Task<string> LinkAsync(HttpClient browser)
    {
        await served.InStoreAsync(db =>
        {
            var day = DateOnly.FromDateTime(served.Now().UtcDateTime.AddDays(3));
            db.Add(new Birthday
            {
                Id = Guid.CreateVersion7(served.Now()), ResidentId = CalendarHouse.Her, Name = "Daan", Month = day.Month, Day = Math.Min(day.Day, 28), AddedAt = served.Now(),
            });
            return Task.FromResult(true);
        });
        using var given = await ServedHouse.SubmitAsync(browser, CalendarHouse.Page, $"{CalendarHouse.Page}?handler=Give", ("reader", $"{DemoPeople.Els}"));
        var link = Link().Match(await given.Content.ReadAsStringAsync()).Value;
        Assert.Matches("^/calendar/[A-Za-z0-9_-]{43}\\.ics$", link);
        return link;
    }

    private static async Task<List<CalendarEvent>> EventsAsync(HttpClient browser, string link)
    {
        var read = ICalendarReader.Read(await browser.GetStringAsync(link));
        Assert.Empty(read.Problems);
        return [.. read.Series.Select(series => series.Master).OfType<CalendarEvent>()];
    }

    [GeneratedRegex("/calendar/[^.<\"]+\\.ics")]
    private static partial Regex Link();
}
