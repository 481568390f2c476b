using Assistant.Scheduling.DayPlan.Calendars;

namespace Assistant.Tests.Scheduling.DayPlan.Calendars;

/// <summary>Files as the calendars people have write them: each with what is peculiar to it.</summary>
public sealed class ShapesOfCalendarsTests
{
    private const string Phone = """
        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        PRODID:-//Apple Inc.//iOS 18.1//EN
        VERSION:2.0
        X-APPLE-CALENDAR-COLOR:#1BADF8
        X-WR-CALNAME:Thuis
        BEGIN:VTIMEZONE
        TZID:Europe/Amsterdam
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZNAME:CEST
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZNAME:CET
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        CREATED:20260101T101500Z
        DTEND;TZID=Europe/Amsterdam:20260304T113000
        DTSTAMP:20260101T101530Z
        DTSTART;TZID=Europe/Amsterdam:20260304T100000
        EXDATE;TZID=Europe/Amsterdam:20260311T100000
        LAST-MODIFIED:20260101T101529Z
        LOCATION:Buurthuis\, Lindelaan 4\n3511 AB Utrecht
        RRULE:FREQ=WEEKLY;UNTIL=20260429T075959Z
        SEQUENCE:1
        SUMMARY:Zangclub
        TRANSP:OPAQUE
        UID:6C0C7A51-0E9B-4A59-9A3C-2F9E5C1D0001
        X-APPLE-STRUCTURED-LOCATION;VALUE=URI;X-ADDRESS="Lindelaan 4\\n3511 AB
          Utrecht";X-APPLE-RADIUS=70;X-TITLE=Buurthuis:geo:52.090000,5.120000
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:Reminder
        TRIGGER:-PT30M
        UID:0D1A5C0B-74F0-4C46-9E6B-2F9E5C1D0002
        X-WR-ALARMUID:0D1A5C0B-74F0-4C46-9E6B-2F9E5C1D0002
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        CREATED:20260101T101500Z
        DTEND;TZID=Europe/Amsterdam:20260319T143000
        DTSTAMP:20260201T090000Z
        DTSTART;TZID=Europe/Amsterdam:20260319T130000
        RECURRENCE-ID;TZID=Europe/Amsterdam:20260318T100000
        LOCATION:Buurthuis\, Lindelaan 4\n3511 AB Utrecht
        SEQUENCE:2
        SUMMARY:Zangclub
        UID:6C0C7A51-0E9B-4A59-9A3C-2F9E5C1D0001
        END:VEVENT
        END:VCALENDAR
        """;

    private const string Google = """
        BEGIN:VCALENDAR
        PRODID:-//Google Inc//Google Calendar 70.9054//EN
        VERSION:2.0
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:els@example.org
        X-WR-TIMEZONE:Europe/Amsterdam
        BEGIN:VEVENT
        DTSTART:20260309T130000Z
        DTEND:20260309T140000Z
        DTSTAMP:20260301T120000Z
        UID:3kq2m7r0c9@google.com
        CREATED:20260201T120000Z
        DESCRIPTION:<b>Meenemen</b>: verwijsbrief
        LAST-MODIFIED:20260228T120000Z
        LOCATION:Ziekenhuis
        SEQUENCE:0
        STATUS:CONFIRMED
        SUMMARY:Oogarts
        TRANSP:OPAQUE
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20170310
        DTEND;VALUE=DATE:20170311
        RRULE:FREQ=YEARLY
        DTSTAMP:20260301T120000Z
        UID:daan-birthday@google.com
        STATUS:CONFIRMED
        SUMMARY:Daan jarig
        TRANSP:TRANSPARENT
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Amsterdam:20260302T093000
        DTEND;TZID=Europe/Amsterdam:20260302T100000
        RRULE:FREQ=WEEKLY;WKST=SU;BYDAY=MO,TH
        EXDATE;TZID=Europe/Amsterdam:20260305T093000
        EXDATE;TZID=Europe/Amsterdam:20260309T093000
        DTSTAMP:20260301T120000Z
        UID:visit@google.com
        STATUS:CONFIRMED
        SUMMARY:Thuiszorg
        END:VEVENT
        BEGIN:VEVENT
        DTSTART;TZID=Europe/Amsterdam:20260312T093000
        DTEND;TZID=Europe/Amsterdam:20260312T100000
        DTSTAMP:20260301T120000Z
        UID:visit@google.com
        RECURRENCE-ID;TZID=Europe/Amsterdam:20260312T093000
        STATUS:CANCELLED
        SUMMARY:Thuiszorg
        END:VEVENT
        END:VCALENDAR
        """;

    private const string Outlook = """
        BEGIN:VCALENDAR
        PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
        VERSION:2.0
        METHOD:PUBLISH
        X-MS-OLK-FORCEINSPECTOROPEN:TRUE
        BEGIN:VEVENT
        CLASS:PUBLIC
        CREATED:20260201T120000Z
        DESCRIPTION:Neem uw bril mee\n
        DTEND;TZID="W. Europe Standard Time":20260326T150000
        DTSTAMP:20260301T120000Z
        DTSTART;TZID="W. Europe Standard Time":20260326T140000
        LAST-MODIFIED:20260301T120000Z
        LOCATION:Kapsalon
        PRIORITY:5
        RRULE:FREQ=MONTHLY;BYDAY=-1TH;COUNT=3
        SEQUENCE:3
        SUMMARY;LANGUAGE=nl:Kapper
        TRANSP:OPAQUE
        UID:040000008200E00074C5B7101A82E00800000000D0
        	4F2A9C1BDA01000000000000000010000000
        X-ALT-DESC;FMTTYPE=text/html:<html><body>\n<p>Neem uw bril mee</p>\n</body>
         </html>
        X-MICROSOFT-CDO-BUSYSTATUS:BUSY
        X-MICROSOFT-CDO-IMPORTANCE:1
        X-MICROSOFT-DISALLOW-COUNTER:FALSE
        X-MS-OLK-AUTOFILLLOCATION:FALSE
        BEGIN:VALARM
        TRIGGER:-PT15M
        ACTION:DISPLAY
        DESCRIPTION:Reminder
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        DTEND;VALUE=DATE:20260307
        DTSTAMP:20260301T120000Z
        DTSTART;VALUE=DATE:20260305
        SUMMARY;LANGUAGE=nl:Els op bezoek
        UID:040000008200E00074C5B7101A82E00800000000E0
        X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
        END:VEVENT
        END:VCALENDAR
        """;

    [Fact]
    public void A_club_of_a_telephone_keeps_its_hour_its_day_off_and_the_week_it_moved()
    {
        var club = Reading.Only(Phone);

        Assert.Equal(
            (ReadHow.AsWritten, (2, new DateTime(2026, 2, 1, 9, 0, 0))), (club.How, club.Revision));
        Assert.Equal(
            "03-04 10:00 1:30 -30 FREQ=WEEKLY until 04-28 Zangclub @ Buurthuis, Lindelaan 4\n3511 AB Utrecht -03-11 >03-18=03-19 13:00",
            Reading.Shown(club));
    }

    [Fact]
    public void Googles_times_in_UTC_its_birthdays_and_its_cancelled_visits_are_read() => Assert.Equal(
        [
            "03-09 13:00 UTC 1:00 Oogarts @ Ziekenhuis",
            "03-10 day FREQ=YEARLY Daan jarig",
            "03-02 09:30 0:30 FREQ=WEEKLY;BYDAY=MO,TH;WKST=SU Thuiszorg -03-05 -03-09 -03-12",
        ],
        Reading.Of(Google).Select(Reading.Shown));

    [Fact]
    public void Outlooks_zone_of_Windows_without_a_definition_its_tabs_and_its_whole_days_are_read() => Assert.Equal(
        [
            "03-26 14:00 Europe/Berlin 1:00 -15 FREQ=MONTHLY;COUNT=3;BYDAY=-1TH Kapper @ Kapsalon",
            "03-05 day Els op bezoek\n03-06 day Els op bezoek",
        ],
        Reading.Of(Outlook).Select(Reading.Shown));

    [Fact]
    public void A_name_that_was_folded_with_a_tab_is_one_name() =>
        Assert.Equal("040000008200E00074C5B7101A82E00800000000D04F2A9C1BDA01000000000000000010000000", Reading.Of(Outlook)[0].Uid);
}
