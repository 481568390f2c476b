using System.Diagnostics;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Tests.Scheduling.DayPlan.ICalendar;

namespace Assistant.Tests.Scheduling.DayPlan.Calendars;

public sealed class CalendarReadingTests
{
    private const string Nine = "DTSTART;TZID=Europe/Amsterdam:20260302T090000\nDTEND;TZID=Europe/Amsterdam:20260302T100000\n";

    [Theory]
    [InlineData("RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY;BYDAY=SU")]
    [InlineData("RRULE:FREQ=WEEKLY\nRDATE;TZID=Europe/Amsterdam:20260306T150000")]
    [InlineData("RRULE:FREQ=WEEKLY\nEXRULE:FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("RRULE:FREQ=DAILY;BYHOUR=9,15;UNTIL=20260320")]
    public void Times_that_no_single_rule_tells_stand_one_by_one(string lines) =>
        Assert.Equal(ReadHow.OneByOne, Reading.Only(Ics.Calendar(Ics.Event(Nine + lines))).How);

    [Fact]
    public void A_change_of_name_stands_by_itself_and_the_series_leaves_that_day_out() => Assert.Equal(
        "03-02 09:00 1:00 FREQ=WEEKLY Walk -03-09\n03-09 09:00 1:00 Walk with Els",
        Reading.Shown(Reading.Only(Ics.Calendar(
            Ics.Event(Nine + "RRULE:FREQ=WEEKLY"),
            Ics.Event("DTSTART;TZID=Europe/Amsterdam:20260309T090000\nDURATION:PT1H\nRECURRENCE-ID;TZID=Europe/Amsterdam:20260309T090000")
                .Replace("SUMMARY:Walk", "SUMMARY:Walk with Els", StringComparison.Ordinal)))));

    [Fact]
    public void A_series_of_another_zone_keeps_that_clock() => Assert.Equal(
        "03-02 20:00 America/New_York 0:30 FREQ=WEEKLY Walk",
        Reading.Shown(Reading.Only(Ics.Calendar(Ics.Event("DTSTART;TZID=America/New_York:20260302T200000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY")))));

    [Theory]
    [InlineData("20260330T220000Z", "until 03-30")]
    [InlineData("20260331T070000Z", "until 03-31")]
    [InlineData("20260331", "until 03-31")]
    public void The_last_day_is_the_one_by_the_clock_of_the_appointment(string until, string expected) => Assert.Contains(
        expected, Reading.Shown(Reading.Only(Ics.Calendar(Ics.Event(Nine + $"RRULE:FREQ=DAILY;UNTIL={until}")))), StringComparison.Ordinal);

    [Fact]
    public void What_is_over_or_called_off_puts_nothing_on_her_days()
    {
        var over = Reading.Only(Ics.Calendar(Ics.Event("DTSTART:20250302T090000")));
        var off = Reading.Only(Ics.Calendar(Ics.Event(Nine + "STATUS:CANCELLED")));

        Assert.Equal((ReadHow.Over, ReadHow.Cancelled), (over.How, off.How));
        Assert.Empty(over.Appointments.Concat(off.Appointments));
    }

    [Theory]
    [InlineData("RRULE:FREQ=SECONDLY")]
    [InlineData("RRULE:FREQ=MINUTELY")]
    [InlineData("RRULE:FREQ=HOURLY")]
    [InlineData("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")]
    public void A_rule_that_fires_all_the_time_ends_quickly_with_a_sentence(string rule)
    {
        var watch = Stopwatch.StartNew();

        var read = Reading.Only(Ics.Calendar(Ics.Event(Nine + rule)));

        Assert.Empty(read.Appointments);
        Assert.True(read.How is ReadHow.Over || read.Fault?.Contains("RRULE", StringComparison.Ordinal) == true, $"{read.How} {read.Fault}");
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Twenty_thousand_entries_are_read_and_the_next_is_told()
    {
        var watch = Stopwatch.StartNew();

        var read = Reading.Of(Ics.Calendar([.. Enumerable.Range(0, 20_001).Select(n => Ics.Event(Nine, $"walk {n}"))]));

        Assert.Equal(20_000, read.Count(entry => entry.How is ReadHow.AsWritten));
        Assert.Contains("20000", Assert.Single(read, entry => entry.How is ReadHow.Unreadable).Fault, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Broken_folding_spoils_its_own_entry_and_no_other()
    {
        var read = Reading.Of(Ics.Calendar(Ics.Event(Nine + "LOCATION:Lindelaan 4\nUtrecht", "broken"), Ics.Event(Nine, "sound")));

        Assert.Equal(["sound AsWritten", "broken Unreadable"], read.Select(entry => $"{entry.Uid} {entry.How}"));
        Assert.Contains("begins with a space", read[1].Fault, StringComparison.Ordinal);
    }
}
