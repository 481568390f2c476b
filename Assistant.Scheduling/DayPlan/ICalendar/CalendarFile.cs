namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>What was read from an iCalendar file: the series in it, and what could not be read.</summary>
public sealed record CalendarFile(IReadOnlyList<CalendarSeries> Series, IReadOnlyList<CalendarProblem> Problems);

/// <summary>Something in a file that a person has to look at.</summary>
/// <param name="Source">The UID of the entry, or its place: <c>VEVENT/3</c>, <c>calendar</c>.</param>
/// <param name="Sentence">What is wrong, by its field, and what would be right.</param>
/// <param name="IsError">It could not be read; otherwise it was left out and a person decides.</param>
public sealed record CalendarProblem(string Source, string Sentence, bool IsError);
