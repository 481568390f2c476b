using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>A date, or a wall-clock time in a zone or in whatever zone the reader lives.</summary>
/// <param name="Local">Kind Unspecified; midnight for a date.</param>
/// <param name="Zone">Null for a date and for a floating time: the zone of whoever reads it.</param>
/// <param name="IsDate">A whole day.</param>
/// <remarks>Source: RFC 5545 §3.3.4 and §3.3.5.</remarks>
public readonly record struct CalendarMoment(DateTime Local, HomeTimeZone? Zone, bool IsDate)
{
    /// <summary>The date, by its own clock.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Local);

    /// <summary>The instant, for somebody who lives in this zone.</summary>
    public DateTimeOffset At(HomeTimeZone home) => (Zone ?? home).At(Local);
}
