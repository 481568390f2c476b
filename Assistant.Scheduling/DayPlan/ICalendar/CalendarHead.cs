namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>What a calendar that is published says of itself.</summary>
/// <param name="Name">What it is called. Source: RFC 7986 §5.1.</param>
/// <param name="Refresh">How often to ask again. Source: RFC 7986 §5.7.</param>
public sealed record CalendarHead(string Name, TimeSpan Refresh);
