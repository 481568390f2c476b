using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

public class CalendarSeriesTests
{
    private const string Weekly = "DTSTART;TZID=Europe/Amsterdam:20260302T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4";

    [Fact]
    public void A_series_keeps_its_clock_time_when_the_clocks_change()
    {
        var daily = Ics.Event("DTSTART;TZID=Europe/Amsterdam:20260328T080000\nRRULE:FREQ=DAILY;COUNT=3");

        Assert.Equal("03-28 08:00, 03-29 08:00, 03-30 08:00", Ics.LocalsOf(daily));
        Assert.Equal("03-28 07:00, 03-29 06:00, 03-30 06:00", Ics.InstantsOf(daily));
    }

    [Fact]
    public void A_time_that_is_skipped_comes_once_and_later_and_one_that_is_repeated_comes_first()
    {
        Assert.Equal(
            "03-28 02:30, 03-29 03:30, 03-30 02:30",
            Ics.LocalsOf(Ics.Event("DTSTART:20260328T023000\nRRULE:FREQ=DAILY;COUNT=3")));
        Assert.Equal(
            "10-24 00:30, 10-25 00:30, 10-26 01:30",
            Ics.InstantsOf(Ics.Event("DTSTART:20261024T023000\nRRULE:FREQ=DAILY;COUNT=3")));
    }

    [Fact]
    public void Every_hour_does_not_come_twice_where_two_clock_times_are_one_instant() => Assert.Equal(
        "03-29 00:00, 03-29 01:00, 03-29 02:00",
        Ics.InstantsOf(Ics.Event("DTSTART:20260329T010000\nRRULE:FREQ=HOURLY;COUNT=4")));

    [Theory]
    [InlineData("EXDATE;TZID=Europe/Amsterdam:20260309T090000")]
    [InlineData("EXDATE:20260309T080000Z")]
    [InlineData("EXDATE:20260309T090000")]
    [InlineData("EXDATE;VALUE=DATE:20260309")]
    [InlineData("EXDATE;TZID=Europe/London:20260309T080000,20260401T000000")]
    [InlineData("EXRULE:FREQ=MONTHLY;BYMONTHDAY=9")]
    public void A_time_left_out_is_left_out_however_it_is_written(string exception) =>
        Assert.Equal("03-02 09:00, 03-16 09:00, 03-23 09:00", Ics.LocalsOf(Ics.Event($"{Weekly}\n{exception}")));

    [Fact]
    public void Times_are_added_singly_with_or_without_a_length_of_their_own()
    {
        var added = Ics.OccurrencesOf(Ics.Event(
            "DTSTART:20260302T090000\nDURATION:PT1H\nRDATE:20260305T100000,20260302T090000\n"
            + "RDATE;VALUE=PERIOD:20260306T080000Z/PT30M,20260307T080000Z/20260307T100000Z\nRDATE;VALUE=DATE:20260308"));

        Assert.Equal(["02 09:00 60", "05 10:00 60", "06 09:00 30", "07 09:00 120", "08 09:00 60"],
            added.Select(o => FormattableString.Invariant($"{o.Local:dd HH:mm} {(o.End - o.Instant).TotalMinutes}")));
    }

    [Fact]
    public void A_changed_instance_moves_and_the_others_stay() => Assert.Equal(
        "03-02 09:00, 03-11 14:00, 03-16 09:00, 03-23 09:00",
        Ics.LocalsOf(Ics.Event(Weekly), Ics.Event("RECURRENCE-ID:20260309T080000Z\nDTSTART:20260311T140000")));

    [Fact]
    public void A_cancelled_instance_falls_out_and_a_cancelled_series_altogether()
    {
        Assert.Equal(
            "03-02 09:00, 03-16 09:00, 03-23 09:00",
            Ics.LocalsOf(Ics.Event(Weekly), Ics.Event("RECURRENCE-ID;VALUE=DATE:20260309\nDTSTART:20260309T090000\nSTATUS:CANCELLED")));
        Assert.Equal("", Ics.LocalsOf(Ics.Event(Weekly + "\nSTATUS:CANCELLED")));
        Assert.Equal("", Ics.LocalsOf("METHOD:CANCEL", Ics.Event(Weekly)));
    }

    [Fact]
    public void A_change_from_there_on_moves_all_that_follow_but_not_what_was_changed_singly() => Assert.Equal(
        "03-02 09:00, 03-10 10:30, 03-17 10:30, 03-28 16:00",
        Ics.LocalsOf(
            Ics.Event(Weekly),
            Ics.Event("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20260309T090000\nDTSTART;TZID=Europe/Amsterdam:20260310T103000"),
            Ics.Event("RECURRENCE-ID;TZID=Europe/Amsterdam:20260323T090000\nDTSTART;TZID=Europe/Amsterdam:20260328T160000")));

    [Fact]
    public void A_change_from_there_on_holds_across_the_change_of_the_clocks() => Assert.Equal(
        "03-23 09:00, 03-31 10:00, 04-07 10:00",
        Ics.LocalsOf(
            Ics.Event("DTSTART;TZID=Europe/Amsterdam:20260323T090000\nRRULE:FREQ=WEEKLY;COUNT=3"),
            Ics.Event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260330T070000Z\nDTSTART;TZID=Europe/Amsterdam:20260331T100000")));

    [Fact]
    public void A_change_from_there_on_may_end_the_series_or_give_it_a_rule_of_its_own()
    {
        Assert.Equal(
            "03-02 09:00",
            Ics.LocalsOf(Ics.Event(Weekly), Ics.Event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T080000Z\nDTSTART:20260309T090000\nSTATUS:CANCELLED")));
        Assert.Equal(
            "03-02 09:00, 03-10 09:00, 03-11 09:00",
            Ics.LocalsOf(Ics.Event(Weekly), Ics.Event("RECURRENCE-ID;RANGE=THISANDFUTURE:20260309T080000Z\nDTSTART:20260310T090000\nRRULE:FREQ=DAILY;COUNT=2")));
    }

    [Fact]
    public void The_highest_revision_counts_then_the_latest() => Assert.Equal(
        "03-04 09:00",
        Ics.LocalsOf(
            Ics.Event("DTSTART:20260303T090000\nSEQUENCE:2\nDTSTAMP:20260101T000000Z"),
            Ics.Event("DTSTART:20260304T090000\nSEQUENCE:2\nDTSTAMP:20260102T000000Z"),
            Ics.Event("DTSTART:20260302T090000\nSEQUENCE:1\nDTSTAMP:20260103T000000Z")));

    [Fact]
    public void Two_appointments_that_share_a_name_by_mistake_are_both_kept() => Assert.Equal(
        "03-03 09:00, 03-04 09:00",
        Ics.LocalsOf(Ics.Event("DTSTART:20260303T090000"), Ics.Event("DTSTART:20260304T090000"), Ics.Event("DTSTART:20260303T090000")));

    [Fact]
    public void A_changed_instance_stands_by_itself_where_the_series_is_not_in_the_file() => Assert.Equal(
        "03-11 14:00",
        Ics.LocalsOf(Ics.Event("RECURRENCE-ID:20260309T080000Z\nDTSTART:20260311T140000")));

    [Fact]
    public void A_whole_day_is_the_persons_own_day_and_lasts_until_the_next()
    {
        var day = Assert.Single(Ics.OccurrencesOf(Ics.Event("DTSTART;VALUE=DATE:20260329")));

        Assert.Equal(23, (day.End - day.Instant).TotalHours);
        Assert.Equal(
            "03-30 00:00, 04-01 00:00",
            Ics.LocalsOf(Ics.Event("DTSTART;VALUE=DATE:20260330\nDTEND;VALUE=DATE:20260331\nRRULE:FREQ=DAILY;UNTIL=20260331T220000Z\nEXDATE:20260331T000000")));
    }

    [Fact]
    public void An_end_is_by_the_stopwatch_and_a_length_of_days_by_the_clock()
    {
        var night = Assert.Single(Ics.OccurrencesOf(Ics.Event("DTSTART:20260328T220000\nDURATION:P1D")));
        var trip = Assert.Single(Ics.OccurrencesOf(Ics.Event(
            "DTSTART;TZID=Europe/Amsterdam:20260610T100000\nDTEND;TZID=Europe/London:20260610T100000")));

        Assert.Equal(23, (night.End - night.Instant).TotalHours);
        Assert.Equal(1, (trip.End - trip.Instant).TotalHours);
    }

    [Fact]
    public void A_warning_is_told_from_the_start_from_the_end_or_as_an_instant()
    {
        var visit = Assert.Single(Ics.OccurrencesOf(Ics.Event("""
            DTSTART:20260610T100000Z
            DTEND:20260610T110000Z
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-P1DT1H30M
            END:VALARM
            BEGIN:VALARM
            ACTION:AUDIO
            TRIGGER;RELATED=END:-PT5M
            END:VALARM
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER;VALUE=DATE-TIME:20260610T060000Z
            END:VALARM
            BEGIN:VALARM
            ACTION:NONE
            TRIGGER;VALUE=DATE-TIME:19760401T005545Z
            END:VALARM
            """)));

        Assert.Equal(
            ["09 08:30", "10 10:55", "10 06:00"],
            visit.Event.Alarms.Select(a => a.For(visit).ToString("dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("FREQ=SECONDLY", "more than")]
    [InlineData("FREQ=DAILY\r\nEXRULE:FREQ=SECONDLY", "EXRULE")]
    [InlineData("FREQ=SECONDLY;BYMINUTE=0,10,20,30,40,50;COUNT=99999999999", "COUNT")]
    public void A_series_without_measure_is_a_fault_and_not_a_wait(string rule, string says)
    {
        var file = ICalendarReader.Read(Ics.Calendar(Ics.Event($"DTSTART:20260101T000000\nRRULE:{rule}")));
        var from = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Empty(Assert.Single(file.Series).Between(from, from.AddDays(14), Ics.Amsterdam, out var fault));
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }
}
