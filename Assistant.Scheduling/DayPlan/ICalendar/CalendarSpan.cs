using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>How long something lasts: whole days by the wall clock, then a time by the stopwatch.</summary>
/// <remarks>A day over a clock change is 23 or 25 hours. Source: RFC 5545 §3.3.6.</remarks>
public readonly record struct CalendarSpan(int Days, TimeSpan Time)
{
    /// <summary>The instant it ends when it begins at this wall-clock time in this zone.</summary>
    public DateTimeOffset EndOf(DateTime local, HomeTimeZone zone) => zone.At(local.AddDays(Days)) + Time;
}
