using System.Text;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;
using Assistant.Tests.Scheduling.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

public class ICalendarWriterTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(23UL, 5UL), null));
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_written_takes_place_at_the_same_times_when_it_is_read() => Prop.ForAll(
        Events.ToArbitrary(),
        written =>
        {
            var file = ICalendarReader.Read(ICalendarWriter.Write([written], Now));
            Assert.Empty(file.Problems);
            Assert.Equal(Times(new CalendarSeries(written.Uid, written, [])), Times(Assert.Single(file.Series)));
        }).Check(Fixed.WithMaxTest(120));

    [Fact]
    public void Words_come_back_as_they_were() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<NonNull<string>>().ToArbitrary(),
        words =>
        {
            // Line ends have one form, and what is no letter (half a pair, a control) has no place in a file.
            var text = string.Concat(words.Get.Where(c => !char.IsSurrogate(c) && (c == '\n' || !char.IsControl(c)))).Trim();
            var one = new CalendarEvent { Uid = "a", Summary = text, Start = Moment(new DateTime(2026, 3, 2, 9, 0, 0), Ics.Amsterdam) };
            var file = ICalendarReader.Read(ICalendarWriter.Write([one], Now));
            Assert.Equal(text, Assert.Single(file.Series).Master?.Summary);
        }).Check(Fixed.WithMaxTest(300));

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_letter_is_cut()
    {
        var one = new CalendarEvent
        {
            Uid = "a",
            Summary = string.Concat(Enumerable.Repeat("Caf\u00e9 \U0001F382 met Ren\u00e9e; ", 20)).Trim(),
            Start = Moment(new DateTime(2026, 3, 2, 9, 0, 0), Ics.Amsterdam),
        };
        var file = ICalendarWriter.Write([one], Now);

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', file);
        Assert.Equal(one.Summary, Assert.Single(ICalendarReader.Read(file).Series).Master?.Summary);
    }

    [Fact]
    public void A_change_a_cancellation_and_a_warning_come_back()
    {
        var start = Moment(new DateTime(2026, 3, 2, 9, 0, 0), Ics.Amsterdam);
        var series = new CalendarEvent { Uid = "a", Start = start, Rules = [Recurrence.Daily], Alarms = [new(TimeSpan.FromMinutes(-90), true, null)] };
        var later = series with { Rules = [], Sequence = 2, Changes = start with { Local = start.Local.AddDays(1) }, IsFromThereOn = true, IsCancelled = true };

        var read = Assert.Single(ICalendarReader.Read(ICalendarWriter.Write([series, later], Now)).Series);

        Assert.Equal(series.Alarms, read.Master?.Alarms);
        var change = Assert.Single(read.Changes);
        Assert.Equal((2, true, true, later.Changes), (change.Sequence, change.IsFromThereOn, change.IsCancelled, change.Changes));
    }

    private static Gen<CalendarEvent> Events =>
        from rule in RecurrenceRules.OfDates
        from start in RecurrenceRules.Starts
        from zone in Gen.Elements("Europe/Amsterdam", "America/New_York", "UTC", "")
        from isDate in Gen.Elements(false, false, true)
        from days in Gen.Choose(0, 2)
        from seconds in Gen.Choose(0, 9000)
        from skipped in Gen.Choose(0, 3)
        from added in Gen.Choose(1, 300)
        select Event(rule, isDate ? new CalendarMoment(start.Date, null, true) : Moment(start, zone.Length == 0 ? null : HomeTimeZone.Of(zone)))
            with
            {
                Span = isDate ? new CalendarSpan(days + 1, TimeSpan.Zero) : new CalendarSpan(days, TimeSpan.FromSeconds(seconds)),
                Exceptions = [.. Recurrence.Parse(rule).From(start).Take(skipped).Select(m => new CalendarMoment(m.Date, null, true))],
                Additions = isDate ? [] : [new CalendarAddition(Moment(start.AddHours(added), null), added % 2 == 0 ? new CalendarSpan(0, TimeSpan.FromHours(1)) : null)],
            };

    private static CalendarEvent Event(string rule, CalendarMoment start) =>
        new() { Uid = "walk, with; signs", Start = start, Rules = [Recurrence.Parse(rule)] };

    private static CalendarMoment Moment(DateTime local, HomeTimeZone? zone) => new(local, zone, IsDate: false);

    private static List<(DateTimeOffset, DateTimeOffset)> Times(CalendarSeries series)
    {
        var from = series.Master?.Start.At(Ics.Amsterdam) ?? default;
        return [.. series.Between(from, from.AddDays(400), Ics.Amsterdam, out _).Select(o => (o.Instant, o.End))];
    }
}
