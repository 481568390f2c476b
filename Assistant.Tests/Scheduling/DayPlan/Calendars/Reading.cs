using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.DayPlan.ICalendar;

namespace Assistant.Tests.Scheduling.DayPlan.Calendars;

/// <summary>What a calendar's file comes to on the days of mevrouw Jansen, who lives in Amsterdam; today is Monday 2 March 2026.</summary>
internal static class Reading
{
    public static readonly HomeTimeZone Amsterdam = HomeTimeZone.Of("Europe/Amsterdam");
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static IReadOnlyList<ReadEntry> Of(string file) =>
        CalendarReading.Of(ICalendarReader.Read(file.ReplaceLineEndings("\r\n")), Amsterdam, Today);

    public static ReadEntry Only(string file) => Assert.Single(Of(file));

    /// <summary>Each appointment on a line: when, how it comes back, what, and which single times are left out (-) or moved (&gt;).</summary>
    public static string Shown(ReadEntry entry) => string.Join("\n", entry.Appointments.Select(Shown));

    private static string Shown(ReadAppointment one)
    {
        List<string?> parts =
        [
            one.Date.ToString("MM-dd", CultureInfo.InvariantCulture),
            one.At?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "day",
            one.Zone,
            one.Lasts?.ToString("h':'mm", CultureInfo.InvariantCulture),
            one.Notice is { } notice ? $"-{notice.TotalMinutes}" : null,
            one.Rule,
            one.Until is { } until ? $"until {until:MM-dd}" : null,
            one.Title,
            one.Place is { } place ? $"@ {place}" : null,
            .. one.Changes.Select(change => change.ToDate is { } to ? $">{change.Date:MM-dd}={to:MM-dd} {change.ToAt:HH:mm}" : $"-{change.Date:MM-dd}"),
        ];
        return string.Join(' ', parts.OfType<string>().Where(part => part.Length > 0));
    }
}
