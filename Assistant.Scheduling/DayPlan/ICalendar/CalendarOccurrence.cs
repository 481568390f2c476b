using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One time that an event takes place, for a person in one zone.</summary>
/// <param name="Event">What was written about it: the series, or the change of this one instance.</param>
/// <param name="Instant">When it begins.</param>
/// <param name="End">When it ends: exclusive.</param>
/// <param name="Home">The zone of the person.</param>
public sealed record CalendarOccurrence(CalendarEvent Event, DateTimeOffset Instant, DateTimeOffset End, HomeTimeZone Home)
{
    /// <summary>What the person's wall clock shows when it begins.</summary>
    public DateTime Local => Home.LocalOf(Instant);
}
