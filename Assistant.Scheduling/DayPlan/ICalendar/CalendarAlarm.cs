namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>When a calendar would warn of an event.</summary>
/// <param name="Offset">From the start, or from the end; negative is before it.</param>
/// <param name="IsFromEnd">Counts from the end of the event.</param>
/// <param name="At">The instant itself, where it is given as one; then the offset says nothing.</param>
/// <remarks>Source: RFC 5545 §3.6.6 and §3.8.6.3.</remarks>
public readonly record struct CalendarAlarm(TimeSpan Offset, bool IsFromEnd, DateTimeOffset? At)
{
    /// <summary>The instant of the warning for one occurrence.</summary>
    public DateTimeOffset For(CalendarOccurrence occurrence) =>
        At ?? (IsFromEnd ? occurrence.End : occurrence.Instant) + Offset;
}
