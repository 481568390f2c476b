using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Tests.Scheduling.Calendar;

public class RecurrenceTests
{
    [Theory]
    // The last Friday, the last day but one, and a day that not every month has.
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30 10:00", "01-30 02-27 03-27")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-2", "2026-01-01 10:00", "01-30 02-27 03-30")]
    [InlineData("FREQ=MONTHLY", "2026-01-31 10:00", "01-31 03-31 05-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=30", "2026-01-30 10:00", "01-30 03-30 04-30")]
    // The last working day: a set, and its last place.
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-01 10:00", "01-30 02-27 03-31")]
    // Every other week begins on the rule's own first day.
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU", "2026-03-03 10:00", "03-03 03-08 03-17")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU", "2026-03-03 10:00", "03-03 03-15 03-17")]
    // Every tenth day, and every hundredth of the year.
    [InlineData("FREQ=DAILY;INTERVAL=10", "2026-02-20 10:00", "02-20 03-02 03-12")]
    [InlineData("FREQ=YEARLY;BYYEARDAY=100,200,-1", "2026-01-01 10:00", "04-10 07-19 12-31")]
    // The last Sunday of March and October: when the clocks change.
    [InlineData("FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "2026-01-01 10:00", "03-29 10-25 03-28")]
    [InlineData("FREQ=YEARLY;BYDAY=2MO", "2026-01-01 10:00", "01-12 01-11 01-10")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=1", "2026-01-01 10:00", "01-01 01-07 01-06")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "2026-01-01 10:00", "12-28 12-27 12-28")]
    [InlineData("FREQ=YEARLY", "2024-02-29 10:00", "02-29 02-29 02-29")]
    public void A_rule_names_the_days_a_person_would(string rrule, string start, string days) =>
        Assert.Equal(days, string.Join(' ', First(3, rrule, start).Select(m => m.ToString("MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("FREQ=DAILY;BYHOUR=8,20;BYMINUTE=30", "2026-03-01 09:00", "01 20:30:00|02 08:30:00|02 20:30:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=8", "2026-03-01 06:00", "01 06:00:00|01 14:00:00|01 22:00:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=5;BYHOUR=8,18", "2026-03-01 08:00", "01 08:00:00|01 18:00:00|06 08:00:00")]
    [InlineData("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9", "2026-03-01 09:15", "01 09:15:00|01 09:35:00|01 09:55:00")]
    [InlineData("FREQ=MINUTELY;BYSECOND=10,50;BYSETPOS=-1", "2026-03-01 09:15", "01 09:15:50|01 09:16:50|01 09:17:50")]
    [InlineData("FREQ=DAILY;BYSECOND=60", "2026-03-01 09:15", "01 09:15:59|02 09:15:59|03 09:15:59")]
    [InlineData("FREQ=SECONDLY;BYMONTHDAY=9;BYHOUR=7;BYMINUTE=0;BYSECOND=0", "2026-03-10 00:00", "09 07:00:00|09 07:00:00|09 07:00:00")]
    public void A_rule_names_the_times_of_the_day(string rrule, string start, string moments) => Assert.Equal(
        moments,
        string.Join('|', First(3, rrule, start).Select(m => m.ToString("dd HH:mm:ss", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("20260304", 4)]
    [InlineData("20260304T100000", 4)]
    [InlineData("20260304T095959", 3)]
    [InlineData("20260304T090000Z", 3)]
    public void UNTIL_is_the_last_moment_itself_and_a_date_is_its_whole_day(string until, int count) =>
        Assert.Equal(count, Recurrence.Parse($"FREQ=DAILY;UNTIL={until}").From(At("2026-03-01 10:00")).Count());

    [Theory]
    [InlineData("Europe/Amsterdam", 4)]
    [InlineData("Europe/London", 3)]
    public void UNTIL_in_UTC_is_an_instant_where_the_zone_is_known(string zone, int count)
    {
        var start = At("2026-03-01 10:00");
        var rule = Recurrence.Parse("FREQ=DAILY;UNTIL=20260304T090000Z");

        Assert.Equal(count, rule.Between(start, start, DateTime.MaxValue, HomeTimeZone.Of(zone)).Count());
    }

    [Fact]
    public void A_start_the_rule_does_not_name_is_not_an_occurrence_and_not_counted() => Assert.Equal(
        [At("2026-03-02 08:00"), At("2026-03-09 08:00")],
        Recurrence.Parse("FREQ=WEEKLY;BYDAY=MO;COUNT=2").From(At("2026-03-01 08:00")));

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31")]
    [InlineData("FREQ=SECONDLY;INTERVAL=2;BYSECOND=1")]
    [InlineData("FREQ=SECONDLY;BYSETPOS=2")]
    [InlineData("FREQ=MINUTELY;INTERVAL=10080;BYDAY=MO")]
    [InlineData("FREQ=HOURLY;INTERVAL=48;BYHOUR=3")]
    public void A_rule_that_never_comes_true_ends_instead_of_searching_for_ever(string rrule) =>
        Assert.Empty(Recurrence.Parse(rrule).From(At("2026-03-01 10:00")));

    [Fact]
    public void The_calendar_ends_with_the_year_9999()
    {
        Assert.Equal(2, Recurrence.Parse("FREQ=YEARLY;COUNT=9").From(At("9998-12-31 10:00")).Count());
        Assert.Equal(2, Recurrence.Parse("FREQ=WEEKLY").From(At("9999-12-24 23:59")).Count());
        Assert.Single(Recurrence.Parse("FREQ=WEEKLY;INTERVAL=2000000000").From(At("2026-03-01 10:00")));
        Assert.True(Recurrence.Daily.FallsOn(DateOnly.MaxValue, new DateOnly(2026, 3, 1)));
    }

    [Fact]
    public void A_far_window_is_reached_without_walking_there()
    {
        var start = At("1990-01-01 00:00");
        var far = At("2990-01-01 00:00");

        // A thousand years of seconds are 31 milliards: walking there would not end today.
        Assert.Equal(60, Recurrence.Parse("FREQ=SECONDLY").Between(start, far, far.AddMinutes(1)).Count());
    }

    [Fact]
    public void A_count_of_seconds_that_lies_too_far_back_is_a_fault_and_not_a_wait()
    {
        var rule = Recurrence.Parse("FREQ=SECONDLY;BYMINUTE=0,30;COUNT=9000000000");
        var window = rule.Between(At("1990-01-01 00:00"), At("2026-01-01 00:00"), At("2026-01-02 00:00"));

        Assert.Contains("COUNT", Assert.Throws<InvalidOperationException>(() => window.First()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FREQ=DAILY;COUNT=36", 1)]
    [InlineData("FREQ=DAILY;COUNT=35", 0)]
    [InlineData("FREQ=DAILY;BYHOUR=8,20;COUNT=71", 1)]
    [InlineData("FREQ=DAILY;BYHOUR=8,20;COUNT=70", 0)]
    [InlineData("FREQ=DAILY;INTERVAL=7;BYHOUR=6,8;COUNT=11", 1)]
    [InlineData("FREQ=DAILY;BYHOUR=8,9,20;BYSETPOS=1,-1;COUNT=71", 1)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,SU;COUNT=11", 1)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,SU;COUNT=10", 0)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,SU;BYSETPOS=-1;COUNT=6", 1)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE,SU;BYSETPOS=-1;COUNT=5", 0)]
    [InlineData("FREQ=HOURLY;COUNT=841", 1)]
    [InlineData("FREQ=HOURLY;COUNT=840", 0)]
    [InlineData("FREQ=SECONDLY;COUNT=3024001", 1)]
    public void COUNT_is_reckoned_to_a_far_window(string rrule, int inWindow)
    {
        // A Sunday at eight, and the same hour five weeks later.
        var (start, from) = (At("2026-03-01 08:00"), At("2026-04-05 08:00"));

        Assert.Equal(inWindow, Recurrence.Parse(rrule).Between(start, from, from.AddHours(1)).Count());
    }

    [Fact]
    public void A_day_is_asked_once_even_of_a_rule_that_fires_every_second()
    {
        var anchor = new DateOnly(2026, 3, 1);

        Assert.Equal(365, Recurrence.Parse("FREQ=SECONDLY").Dates(anchor, anchor, anchor.AddDays(364)).Count());
        Assert.True(Recurrence.Parse("FREQ=DAILY;INTERVAL=3").FallsOn(anchor.AddDays(6), anchor));
        Assert.False(Recurrence.Parse("FREQ=DAILY;INTERVAL=3").FallsOn(anchor.AddDays(7), anchor));
        Assert.False(Recurrence.Daily.FallsOn(anchor.AddDays(-1), anchor));
    }

    private static IEnumerable<DateTime> First(int count, string rrule, string start) =>
        Recurrence.Parse(rrule).From(At(start)).Take(count);

    private static DateTime At(string local) => DateTime.Parse(local, CultureInfo.InvariantCulture);
}
