using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.DayPlan.Calendars;

/// <summary>What is written for another calendar, read back as if it came from there, stands at the same times.</summary>
public sealed class ExportedAndImportedTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(61UL, 7UL), null)).WithMaxTest(120);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset From = Reading.Amsterdam.At(Reading.Today, TimeOnly.MinValue);
    private static readonly DateTimeOffset Until = From.AddDays(390);

    [Fact]
    public void A_series_with_exceptions_additions_and_changes_stands_at_the_times_it_was_written_with() => Prop.ForAll(
        Series.ToArbitrary(),
        written =>
        {
            var file = ICalendarWriter.Write([.. new[] { written.Master }.OfType<CalendarEvent>(), .. written.Changes], Now);
            var read = CalendarReading.Of(ICalendarReader.Read(file), Reading.Amsterdam, Reading.Today);
            var expected = written.Between(From, Until, Reading.Amsterdam, out var fault).Select(one => one.Instant).ToList();

            Assert.Null(fault);
            Assert.DoesNotContain(read, entry => entry.How is ReadHow.Unreadable);
            Assert.Equal(expected, read.SelectMany(entry => entry.Appointments).SelectMany(Times).Where(at => at >= From && at < Until).Order());
        }).Check(Fixed);

    [Fact]
    public void What_a_feed_writes_stands_at_the_same_times() => Prop.ForAll(
        Items.ListOf(6).ToArbitrary(),
        items =>
        {
            var shown = items.DistinctBy(item => item.Identity).Where(item => !item.IsCancelled).ToList();
            var file = ICalendarWriter.Write(
                items.DistinctBy(item => item.Identity).Select(item => item.ToEvent(Reading.Amsterdam, identity => $"{identity}@assistant")),
                Now,
                new CalendarHead("Agenda", TimeSpan.FromHours(1)));
            var read = CalendarReading.Of(ICalendarReader.Read(file), Reading.Amsterdam, Reading.Today);

            Assert.Equal(
                shown.Select(item => item.IsAllDay ? Reading.Amsterdam.At(item.Date, TimeOnly.MinValue) : item.At).Order(),
                read.SelectMany(entry => entry.Appointments).SelectMany(Times).Order());
        }).Check(Fixed);

    [Fact]
    public void A_zone_is_written_out_as_it_is()
    {
        var walk = new CalendarEvent { Uid = "walk", Start = new CalendarMoment(new DateTime(2026, 3, 2, 9, 0, 0), Reading.Amsterdam, false) };

        var file = ICalendarWriter.Write([walk], Now).Replace("TZID:Europe/Amsterdam", "TZID:Ours", StringComparison.Ordinal)
            .Replace("TZID=Europe/Amsterdam:20260302", "TZID=Ours:20260702", StringComparison.Ordinal);

        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Ours\r\n", file, StringComparison.Ordinal);
        Assert.Equal(
            new DateTimeOffset(2026, 7, 2, 7, 0, 0, TimeSpan.Zero),
            Assert.Single(Assert.Single(ICalendarReader.Read(file).Series).Between(From, Until, Reading.Amsterdam, out _)).Instant);
    }

    // As the plan of her days lays an appointment out.
    private static IEnumerable<DateTimeOffset> Times(ReadAppointment one)
    {
        var zone = one.Zone is { } name ? HomeTimeZone.Of(name) : Reading.Amsterdam;
        var (first, last) = (DateOnly.FromDateTime(From.UtcDateTime).AddDays(-3), DateOnly.FromDateTime(Until.UtcDateTime).AddDays(3));
        var end = one.Until < last ? one.Until.Value : last;
        var dates = one.Rule is null ? [one.Date] : Recurrence.Parse(one.Rule).Dates(one.Date, first > one.Date ? first : one.Date, end);
        var said = one.Changes.ToDictionary(change => change.Date);
        return dates.Where(date => !said.ContainsKey(date)).Select(date => zone.At(date, one.At ?? TimeOnly.MinValue))
            .Concat(one.Changes.Where(change => change.ToDate is not null)
                .Select(change => Reading.Amsterdam.At(change.ToDate.GetValueOrDefault(), change.ToAt ?? TimeOnly.MinValue)));
    }

    private static Gen<FeedItem> Items =>
        from day in Gen.Choose(0, 380)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        from kind in Gen.Choose(0, 4)
        from slot in Gen.Choose(0, 9)
        let date = Reading.Today.AddDays(day)
        select new FeedItem("routine", date, $"{slot:D32}", "Wandelen", Reading.Amsterdam.At(date, TimeOnly.MinValue.AddMinutes(minute)))
        {
            IsAllDay = kind == 0, IsCancelled = kind == 1, Lasts = kind == 2 ? TimeSpan.FromMinutes(minute + 1) : null, ChangedAt = Now,
        };

    private static Gen<CalendarSeries> Series =>
        from zone in Gen.Elements("Europe/Amsterdam", "Europe/Brussels", "America/New_York", "Australia/Lord_Howe", "UTC", "")
        from rule in Gen.Elements(
            "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3;COUNT=40", "FREQ=WEEKLY;BYDAY=MO,TH,SU", "FREQ=WEEKLY;INTERVAL=2;UNTIL=20261101T011500Z",
            "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "FREQ=DAILY;UNTIL=20260328T223000Z",
            "FREQ=WEEKLY;BYDAY=SU;BYHOUR=2,14", "FREQ=HOURLY;INTERVAL=31")
        from isDate in Gen.Elements(false, false, false, true)
        from hour in Gen.Elements(0, 1, 2, 3, 9, 23)
        from minute in Gen.Elements(0, 15, 30)
        from before in Gen.Choose(0, 90)
        from skipped in Gen.Choose(0, 3)
        from added in Gen.Choose(0, 3)
        from moved in Gen.Choose(0, 3)
        from shift in Gen.Choose(-40, 40)
        let allDay = isDate && !rule.Contains("HOUR", StringComparison.Ordinal)
        select Of(
            Reading.Today.AddDays(-before).ToDateTime(new TimeOnly(hour, minute)), allDay ? "" : zone, rule, (allDay, skipped, added, moved, shift));

    private static CalendarSeries Of(
        DateTime start, string zone, string rule, (bool IsDate, int Skipped, int Added, int Moved, int Shift) how)
    {
        HomeTimeZone? clock = how.IsDate || zone.Length == 0 ? null : HomeTimeZone.Of(zone);
        CalendarMoment Moment(DateTime local) => how.IsDate ? new CalendarMoment(local.Date, null, true) : new CalendarMoment(local, clock, false);
        var text = how.IsDate && rule.Contains('Z', StringComparison.Ordinal) ? rule[..(rule.IndexOf('T', rule.IndexOf("UNTIL", StringComparison.Ordinal) + 5))] : rule;
        var named = Recurrence.Parse(text).From(Moment(start).Local).Take(30).ToList();
        var master = new CalendarEvent
        {
            Uid = "walk",
            Summary = "Walk",
            Start = Moment(start),
            Span = how.IsDate ? new CalendarSpan(1, TimeSpan.Zero) : new CalendarSpan(0, TimeSpan.FromMinutes(45)),
            Rules = [Recurrence.Parse(text)],
            Exceptions = [.. named.Skip(2).Take(how.Skipped).Select(Moment)],
            Additions = how.Added == 3 ? [new CalendarAddition(Moment(start.AddDays(100).AddHours(how.IsDate ? 0 : 1)), null)] : [],
        };
        return new CalendarSeries("walk", master,
        [
            .. named.Skip(6).Take(how.Moved).Select((local, n) => master with
            {
                Rules = [],
                Exceptions = [],
                Additions = [],
                Changes = Moment(local),
                Start = Moment(how.IsDate ? local.AddDays(how.Shift) : local.AddHours(how.Shift)),
                IsCancelled = n == 1,
            }),
        ]);
    }
}
