using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>What the zone names of one calendar mean.</summary>
/// <remarks>
/// A name that is known (<see cref="ZoneNames"/>) means today's rules of that zone: what a file wrote out is often
/// years old. Only for an unknown name its own VTIMEZONE counts. Source: RFC 5545 §3.6.5.
/// </remarks>
internal sealed class CalendarZones
{
    private readonly Dictionary<string, CalendarComponent> written;
    private readonly Dictionary<string, HomeTimeZone?> found = [];

    public CalendarZones(CalendarComponent calendar)
    {
        written = calendar.Children
            .Where(c => c.Name == "VTIMEZONE" && c.Line("TZID") is not null)
            .GroupBy(c => c.Line("TZID")?.Value.Trim() ?? "")
            .ToDictionary(g => g.Key, g => g.First());
        Floating = calendar.Text("X-WR-TIMEZONE") is { Length: > 0 } name ? Find(name) : null;
    }

    /// <summary>The zone that the calendar names for its floating times; null leaves them with whoever reads.</summary>
    public HomeTimeZone? Floating { get; }

    /// <summary>The zone, or null where the name is unknown and not written out, or written out wrongly.</summary>
    public HomeTimeZone? Find(string name)
    {
        if (!found.TryGetValue(name, out var zone))
        {
            found[name] = zone = ZoneNames.Find(name) ?? WrittenOut(name.Trim());
        }

        return zone;
    }

    private HomeTimeZone? WrittenOut(string name)
    {
        if (!written.TryGetValue(name, out var component) || component.Fault is not null)
        {
            return null;
        }

        return component.Line("X-LIC-LOCATION") is { } location && ZoneNames.Find(location.Value) is { } known
            ? known
            : ZoneChangeReading.Read(component) is { Count: > 0 } changes ? HomeTimeZone.Of(name, changes) : null;
    }
}
