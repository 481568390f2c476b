using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>Writes out the clock changes of the zones that some events use, for calendars that know no names of zones.</summary>
/// <remarks>Each change by itself, over the years of the events and some more. Source: RFC 5545 §3.6.5.</remarks>
internal static class ZoneWriting
{
    /// <summary>How many years a series that never ends is written out for. Default 10. (choice)</summary>
    private const int YearsAhead = 10;
    private const int MostYears = 100;

    /// <summary>The lines of every VTIMEZONE these events need.</summary>
    public static IEnumerable<(string Name, string Value)> Lines(IReadOnlyCollection<CalendarEvent> events)
    {
        var zones = events.SelectMany(Moments).Select(moment => moment.Zone).OfType<HomeTimeZone>()
            .Where(zone => zone != ZoneNames.Utc).Distinct().OrderBy(zone => zone.Id, StringComparer.Ordinal).ToList();
        if (zones.Count == 0)
        {
            return [];
        }

        var years = events.SelectMany(Moments).Select(moment => moment.Local.Year).ToList();
        var first = years.Min() - 1;
        var last = Math.Min(years.Max() + (events.Any(e => e.Rules.Count > 0) ? YearsAhead : 1), first + MostYears);
        return zones.SelectMany(zone => Lines(zone, first, last));
    }

    private static IEnumerable<CalendarMoment> Moments(CalendarEvent of) =>
        [of.Start, .. of.Exceptions, .. of.Additions.Select(added => added.Start), .. of.Changes is { } changes ? [changes] : Array.Empty<CalendarMoment>()];

    private static IEnumerable<(string Name, string Value)> Lines(HomeTimeZone zone, int first, int last)
    {
        var start = new DateTime(first, 1, 1);
        var before = zone.OffsetAt(new DateTimeOffset(start, TimeSpan.Zero));
        yield return ("BEGIN", "VTIMEZONE");
        yield return ("TZID", zone.Id);
        foreach (var change in zone.ChangesBetween(first, last).Prepend(new ZoneChange(start, before, before)))
        {
            var side = change.After > change.Before ? "DAYLIGHT" : "STANDARD";
            yield return ("BEGIN", side);
            yield return ("DTSTART", change.Local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            yield return ("TZOFFSETFROM", Offset(change.Before));
            yield return ("TZOFFSETTO", Offset(change.After));
            yield return ("END", side);
        }

        yield return ("END", "VTIMEZONE");
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
