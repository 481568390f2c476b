namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

public class CalendarZonesTests
{
    // A zone that was one hour and a half ahead, and half an hour more in summer, from April until September.
    private const string Invented = """
        BEGIN:VTIMEZONE
        TZID:Our own
        BEGIN:STANDARD
        DTSTART:16010101T030000
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0130
        RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010101T020000
        TZOFFSETFROM:+0130
        TZOFFSETTO:+0200
        RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    [Theory]
    [InlineData("Europe/Brussels", "07:00")]
    [InlineData("europe/brussels", "07:00")]
    [InlineData("\"Europe/Brussels\"", "07:00")]
    [InlineData("/mozilla.org/20070129_1/Europe/Brussels", "07:00")]
    [InlineData("/citadel.org/20210210_1/America/Argentina/Buenos_Aires", "12:00")]
    [InlineData("W. Europe Standard Time", "07:00")]
    [InlineData("Romance Standard Time", "07:00")]
    [InlineData("GMT Standard Time", "08:00")]
    [InlineData("US-Eastern", "13:00")]
    [InlineData("Etc/UTC", "09:00")]
    public void A_zone_is_known_by_every_name_that_calendars_give_it(string name, string utc) =>
        Assert.Equal($"06-10 {utc}", Ics.InstantsOf(Ics.Event($"DTSTART;TZID={name}:20260610T090000")));

    [Fact]
    public void A_time_in_UTC_is_that_instant_and_a_time_without_a_zone_is_the_persons_own() => Assert.Equal(
        "06-10 11:00, 06-11 09:00",
        Ics.LocalsOf(Ics.Event("DTSTART:20260610T090000Z", "a"), Ics.Event("DTSTART:20260611T090000", "b")));

    [Fact]
    public void A_calendar_may_name_the_zone_of_its_times_without_one() => Assert.Equal(
        "06-10 10:00",
        Ics.LocalsOf("X-WR-TIMEZONE:Europe/London", Ics.Event("DTSTART:20260610T090000")));

    [Theory]
    [InlineData("20260110T090000", "01-10 07:30")]
    [InlineData("20260610T090000", "06-10 07:00")]
    // The invented gap, from two o'clock until half past two, and the first of its repeated half hours.
    [InlineData("20260405T021500", "04-05 00:45")]
    [InlineData("20260927T024500", "09-27 00:45")]
    public void A_zone_that_nobody_knows_is_read_from_the_file(string local, string utc) =>
        Assert.Equal(utc, Ics.InstantsOf(Invented, Ics.Event($"DTSTART;TZID=Our own:{local}")));

    [Fact]
    public void A_known_zone_keeps_its_own_rules_whatever_the_file_says() => Assert.Equal(
        "06-10 07:00",
        Ics.InstantsOf(
            Invented.Replace("Our own", "Europe/Brussels", StringComparison.Ordinal),
            Ics.Event("DTSTART;TZID=Europe/Brussels:20260610T090000")));

    [Theory]
    [InlineData("TZOFFSETTO:+0130", "TZOFFSETTO:half past")]
    [InlineData("TZOFFSETTO:+0130", "TZOFFSETTO:+2600")]
    [InlineData("FREQ=YEARLY;BYMONTH=9", "FREQ=SOMETIMES;BYMONTH=9")]
    [InlineData("END:STANDARD", "")]
    [InlineData("TZID:Our own", "TZID:Another")]
    public void A_zone_that_is_not_known_and_not_written_out_as_a_whole_is_an_error(string right, string wrong) => Assert.Contains(
        "Our own",
        Ics.FaultOf(Invented.Replace(right, wrong, StringComparison.Ordinal), Ics.Event("DTSTART;TZID=Our own:20260610T090000")),
        StringComparison.Ordinal);
}
