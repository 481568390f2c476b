using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Reads one VEVENT; what is wrong with it is told by the property, all of it at once.</summary>
internal sealed class EventReading
{
    private const string MomentHint = "Write 20260302T090000, 20260302T080000Z, or 20260302 for a whole day.";

    private readonly CalendarComponent component;
    private readonly CalendarZones zones;
    private readonly List<string> faults = [];

    private EventReading(CalendarComponent component, CalendarZones zones)
    {
        this.component = component;
        this.zones = zones;
        if (component.Fault is { } broken)
        {
            faults.Add(broken);
        }
    }

    /// <returns>The event, or null with what is wrong.</returns>
    public static CalendarEvent? Read(CalendarComponent component, string uid, CalendarZones zones, out IReadOnlyList<string> faults)
    {
        var reading = new EventReading(component, zones);
        var found = reading.Event(uid);
        faults = reading.faults;
        return faults.Count == 0 ? found : null;
    }

    private CalendarEvent? Event(string uid)
    {
        if (Single("DTSTART") is not { } line || Moment(line, line.Value) is not { } start)
        {
            return null;
        }

        return new CalendarEvent
        {
            Uid = uid,
            Summary = component.Text("SUMMARY") ?? "",
            Location = component.Text("LOCATION") ?? "",
            Start = start,
            Span = Span(start),
            Rules = Rules("RRULE"),
            ExceptionRules = Rules("EXRULE"),
            Additions = [.. Values("RDATE").Select(v => Addition(v.Line, v.Value)).OfType<CalendarAddition>()],
            Exceptions = [.. Values("EXDATE").Select(v => Moment(v.Line, v.Value)).OfType<CalendarMoment>()],
            Changes = component.Line("RECURRENCE-ID") is { } changed ? Moment(changed, changed.Value) : null,
            IsFromThereOn = Parameter("RECURRENCE-ID", "RANGE") is "THISANDFUTURE",
            IsCancelled = component.Text("STATUS")?.ToUpperInvariant() is "CANCELLED",
            Sequence = int.TryParse(component.Text("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0,
            Stamp = Stamp(),
            Alarms = Alarms(),
        };
    }

    private CalendarSpan Span(CalendarMoment start)
    {
        if (Single("DTEND", mayBeAbsent: true) is { } line)
        {
            return Moment(line, line.Value) is { } end ? Until(start, end) : default;
        }

        var length = component.Line("DURATION");
        var span = length is null ? new CalendarSpan(start.IsDate ? 1 : 0, TimeSpan.Zero) : MomentReading.Span(length.Value);
        return span is { Days: >= 0, Time.Ticks: >= 0 } said
            ? said
            : Fail("DURATION", length?.Value ?? "", "is not a length. Write PT1H30M or P1D.", default(CalendarSpan));
    }

    private CalendarSpan Until(CalendarMoment start, CalendarMoment end)
    {
        var span = start.IsDate || end.IsDate
            ? new CalendarSpan(end.Date.DayNumber - start.Date.DayNumber, TimeSpan.Zero)
            : new CalendarSpan(0, (start.Zone, end.Zone) is ({ } from, { } to)
                ? to.At(end.Local) - from.At(start.Local)
                : end.Local - start.Local);
        return span.Days < 0 || span.Time < TimeSpan.Zero
            ? Fail("DTEND", component.Line("DTEND")?.Value ?? "", "lies before DTSTART. Correct one of them.", span)
            : span;
    }

    private List<Recurrence> Rules(string property)
    {
        var rules = new List<Recurrence>();
        foreach (var line in component.All(property))
        {
            if (Recurrence.TryParse(line.Value, out var rule, out var fault) && rule is not null)
            {
                rules.Add(rule);
            }
            else
            {
                faults.Add($"{property}: {fault}");
            }
        }

        return rules;
    }

    private CalendarAddition? Addition(ContentLine line, string value)
    {
        var parts = value.Split('/', 2);
        if (Moment(line, parts[0]) is not { } start)
        {
            return null;
        }

        if (parts.Length == 1)
        {
            return new CalendarAddition(start, null);
        }

        var span = parts[1].StartsWith('P') ? MomentReading.Span(parts[1])
            : Moment(line, parts[1]) is { } end ? Until(start, end) : null;
        return span is { } length
            ? new CalendarAddition(start, length)
            : Fail(line.Name, value, "is not a period. Write 20260302T090000/PT1H.", default(CalendarAddition?));
    }

    private CalendarMoment? Moment(ContentLine line, string value)
    {
        var zone = zones.Floating;
        if (line.Parameters.TryGetValue("TZID", out var name) && !value.EndsWith('Z') && value.Contains('T')
            && (zone = zones.Find(name)) is null)
        {
            return Fail(line.Name, name, "is not a time zone that is known, and the file does not write it out as a whole. "
                + "Use an IANA name such as Europe/Amsterdam.", default(CalendarMoment?));
        }

        // Outside these years a zone's clock may run off the calendar; nobody's appointments lie there.
        return MomentReading.Moment(value, zone) is { Local.Year: >= 1600 and <= 9000 } moment
            ? moment
            : Fail(line.Name, value, "is not a date or a time. " + MomentHint, default(CalendarMoment?));
    }

    private List<CalendarAlarm> Alarms() =>
        [.. component.Children.Where(c => c.Name == "VALARM" && c.Text("ACTION")?.ToUpperInvariant() is not "NONE")
            .Select(Alarm).OfType<CalendarAlarm>()];

    /// <remarks>An alarm without a readable trigger is nobody's appointment: it is left out.</remarks>
    private static CalendarAlarm? Alarm(CalendarComponent alarm) => alarm.Line("TRIGGER") switch
    {
        null => null,
        var trigger when MomentReading.Span(trigger.Value) is { } span => new CalendarAlarm(
            TimeSpan.FromDays(span.Days) + span.Time,
            trigger.Parameters.TryGetValue("RELATED", out var related) && related.Equals("END", StringComparison.OrdinalIgnoreCase),
            null),
        var trigger when MomentReading.Moment(trigger.Value, ZoneNames.Utc) is { Local.Year: >= 1600 and <= 9000 } moment =>
            new CalendarAlarm(TimeSpan.Zero, false, moment.At(ZoneNames.Utc)),
        _ => null,
    };

    private ContentLine? Single(string property, bool mayBeAbsent = false)
    {
        var lines = component.All(property).ToList();
        return lines switch
        {
            [var line] => line,
            [] when mayBeAbsent => null,
            [] => Fail(property, "", "is missing. " + MomentHint, default(ContentLine?)),
            _ => Fail(property, lines[1].Value, "is given twice. Keep one.", default(ContentLine?)),
        };
    }

    private IEnumerable<(ContentLine Line, string Value)> Values(string property) => component.All(property)
        .SelectMany(line => line.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(value => (line, value)));

    private string? Parameter(string property, string parameter) =>
        component.Line(property)?.Parameters.GetValueOrDefault(parameter)?.ToUpperInvariant();

    private DateTime Stamp() => MomentReading.Moment(component.Line("DTSTAMP")?.Value ?? "", null)?.Local ?? default;

    private T Fail<T>(string property, string value, string why, T nothing)
    {
        var shown = value.Length > 60 ? value[..60] + "..." : value;
        faults.Add(shown.Length == 0 ? $"{property}: {why}" : $"{property}: '{shown}' {why}");
        return nothing;
    }
}
