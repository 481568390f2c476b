using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Tests.Scheduling.DayPlan.ICalendar;

/// <summary>Small calendars, and what they come to for somebody in Amsterdam in the year 2026.</summary>
internal static class Ics
{
    public static readonly HomeTimeZone Amsterdam = HomeTimeZone.Of("Europe/Amsterdam");

    public static string Calendar(params string[] parts) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{string.Join("\r\n", parts).ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n";

    public static string Event(string lines, string uid = "walk") =>
        $"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:Walk\r\n{lines.ReplaceLineEndings("\r\n")}\r\nEND:VEVENT";

    /// <summary>What begins in 2026: <c>03-29 08:00</c>, by the clock in Amsterdam.</summary>
    public static string LocalsOf(params string[] parts) => Show(parts, o => o.Local.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));

    /// <summary>The same in UTC.</summary>
    public static string InstantsOf(params string[] parts) => Show(parts, o => o.Instant.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));

    public static IReadOnlyList<CalendarOccurrence> OccurrencesOf(params string[] parts)
    {
        var file = ICalendarReader.Read(Calendar(parts));
        Assert.Empty(file.Problems);
        return [.. file.Series.SelectMany(Of).OrderBy(o => o.Instant)];
    }

    /// <summary>What the only bad entry is told.</summary>
    public static string FaultOf(params string[] parts) => Assert.Single(ICalendarReader.Read(Calendar(parts)).Problems).Sentence;

    private static string Show(string[] parts, Func<CalendarOccurrence, string> shown) =>
        string.Join(", ", OccurrencesOf(parts).Select(shown));

    private static IReadOnlyList<CalendarOccurrence> Of(CalendarSeries series)
    {
        var year = new LocalDay(new DateOnly(2026, 1, 1), Amsterdam);
        var found = series.Between(year.Start, year.PlusDays(365).Start, Amsterdam, out var fault);
        Assert.Null(fault);
        return found;
    }
}
