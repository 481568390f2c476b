using System.Globalization;
using System.Text;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Writes events as an iCalendar file that other calendars, and <see cref="ICalendarReader"/>, read the same.</summary>
/// <remarks>
/// Shape: UTF-8, CRLF, lines folded at 75 octets and never within a letter. Zones are named by their IANA id and written
/// out as VTIMEZONE; a floating time stays floating. Source: RFC 5545 §3.1 and §3.4.
/// </remarks>
public static class ICalendarWriter
{
    private const int MostOctets = 75;

    /// <summary>A file with these events.</summary>
    /// <param name="events">Series, single events and changes of instances.</param>
    /// <param name="now">When it is written, for events that do not say when they were.</param>
    /// <param name="head">What it says of itself where it is published; null where it is only handed over.</param>
    public static string Write(IEnumerable<CalendarEvent> events, DateTimeOffset now, CalendarHead? head = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        List<CalendarEvent> all = [.. events];
        var file = new StringBuilder();
        Add(file, "BEGIN", "VCALENDAR");
        Add(file, "VERSION", "2.0");
        Add(file, "PRODID", "-//Assistant//Day plan//EN");
        AddHead(file, head);
        foreach (var (name, value) in ZoneWriting.Lines(all))
        {
            Add(file, name, value);
        }

        foreach (var one in all)
        {
            Add(file, one, now);
        }

        Add(file, "END", "VCALENDAR");
        return file.ToString();
    }

    private static void Add(StringBuilder file, CalendarEvent one, DateTimeOffset now)
    {
        Add(file, "BEGIN", "VEVENT");
        Add(file, "UID", TextEscapes.Write(one.Uid));
        Add(file, "DTSTAMP", Digits(one.Stamp == default ? now.UtcDateTime : one.Stamp) + "Z");
        AddMoment(file, "DTSTART", one.Start);
        AddText(file, "SUMMARY", one.Summary);
        AddText(file, "LOCATION", one.Location);
        if (one.Span != new CalendarSpan(one.Start.IsDate ? 1 : 0, TimeSpan.Zero))
        {
            Add(file, "DURATION", Length(one.Span));
        }

        if (one.Changes is { } changed)
        {
            AddMoment(file, one.IsFromThereOn ? "RECURRENCE-ID;RANGE=THISANDFUTURE" : "RECURRENCE-ID", changed);
        }

        AddRepetition(file, one);
        if (one.Sequence > 0)
        {
            Add(file, "SEQUENCE", one.Sequence.ToString(CultureInfo.InvariantCulture));
        }

        AddText(file, "STATUS", one.IsCancelled ? "CANCELLED" : "");
        foreach (var alarm in one.Alarms)
        {
            AddAlarm(file, alarm, one.Summary);
        }

        Add(file, "END", "VEVENT");
    }

    // What calendars made before RFC 7986 read stands beside it.
    private static void AddHead(StringBuilder file, CalendarHead? head)
    {
        if (head is null)
        {
            return;
        }

        var refresh = Length(new CalendarSpan(0, head.Refresh));
        Add(file, "METHOD", "PUBLISH");
        Add(file, "NAME", TextEscapes.Write(head.Name));
        Add(file, "X-WR-CALNAME", TextEscapes.Write(head.Name));
        Add(file, "REFRESH-INTERVAL;VALUE=DURATION", refresh);
        Add(file, "X-PUBLISHED-TTL", refresh);
    }

    private static void AddRepetition(StringBuilder file, CalendarEvent one)
    {
        foreach (var rule in one.Rules)
        {
            Add(file, "RRULE", rule.ToString());
        }

        foreach (var rule in one.ExceptionRules)
        {
            Add(file, "EXRULE", rule.ToString());
        }

        foreach (var added in one.Additions)
        {
            if (added.Span is { } span)
            {
                Add(file, "RDATE;VALUE=PERIOD" + Zone(added.Start), Value(added.Start) + "/" + Length(span));
            }
            else
            {
                AddMoment(file, "RDATE", added.Start);
            }
        }

        foreach (var exception in one.Exceptions)
        {
            AddMoment(file, "EXDATE", exception);
        }
    }

    private static void AddAlarm(StringBuilder file, CalendarAlarm alarm, string summary)
    {
        Add(file, "BEGIN", "VALARM");
        Add(file, "ACTION", "DISPLAY");
        Add(file, "DESCRIPTION", TextEscapes.Write(summary));
        if (alarm.At is { } at)
        {
            Add(file, "TRIGGER;VALUE=DATE-TIME", Digits(at.UtcDateTime) + "Z");
        }
        else
        {
            Add(file, alarm.IsFromEnd ? "TRIGGER;RELATED=END" : "TRIGGER", Length(new CalendarSpan(0, alarm.Offset)));
        }

        Add(file, "END", "VALARM");
    }

    private static void AddText(StringBuilder file, string name, string text)
    {
        if (text.Length > 0)
        {
            Add(file, name, TextEscapes.Write(text));
        }
    }

    private static void AddMoment(StringBuilder file, string name, CalendarMoment moment) =>
        Add(file, name + (moment.IsDate ? ";VALUE=DATE" : Zone(moment)), Value(moment));

    private static string Zone(CalendarMoment moment) =>
        moment.Zone is { } zone && zone != ZoneNames.Utc ? $";TZID={Parameter(zone.Id)}" : "";

    /// <summary>A name that a file made up may hold what would end a parameter. Source: RFC 5545 §3.2.</summary>
    private static string Parameter(string value) => value.AsSpan().IndexOfAny(":;,") < 0 ? value : $"\"{value}\"";

    private static string Value(CalendarMoment moment) => moment switch
    {
        { IsDate: true } => moment.Local.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
        { Zone: { } zone } when zone == ZoneNames.Utc => Digits(moment.Local) + "Z",
        _ => Digits(moment.Local),
    };

    private static string Digits(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>Days by the clock, then seconds by the stopwatch: <c>P1DT5400S</c>, with one sign for both.</summary>
    private static string Length(CalendarSpan span) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(span.Days < 0 || span.Time < TimeSpan.Zero ? "-" : "")}P{Math.Abs(span.Days)}DT{Math.Abs((long)span.Time.TotalSeconds)}S");

    /// <summary>One line, folded: a letter of several octets is never cut.</summary>
    private static void Add(StringBuilder file, string name, string value)
    {
        var octets = 0;
        foreach (var letter in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
