using Assistant.Scheduling.Calendar;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>Weekdays as a recurrence rule and back. Source: RFC 5545 §3.3.10. Pure.</summary>
internal static class WeekRule
{
    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The days of a week, Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } = [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7))];

    /// <summary>The rule for these weekdays, every so many weeks.</summary>
    public static string Of(IEnumerable<DayOfWeek> days, int weeks = 1)
    {
        var named = Week.Where(days.Contains).Select(day => Names[(int)day]).ToList();
        var every = weeks > 1 ? $";INTERVAL={weeks}" : "";
        return named.Count == 7 && weeks == 1 ? "FREQ=DAILY" : $"FREQ=WEEKLY{every};BYDAY={string.Join(',', named)}";
    }

    /// <summary>The weekdays and weeks a rule names; null where it names something else.</summary>
    public static (IReadOnlyList<DayOfWeek> Days, int Weeks)? Read(string rule)
    {
        var weeks = Recurrence.TryParse(rule, out var read, out _) && read is not null ? read.Interval : 0;
        var parts = rule.Split(';').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1]);
        var days = parts.GetValueOrDefault("FREQ") is "DAILY" && weeks == 1 ? Week
            : parts.GetValueOrDefault("FREQ") is "WEEKLY" ? [.. Week.Where(day => (parts.GetValueOrDefault("BYDAY") ?? "").Split(',').Contains(Names[(int)day]))]
            : Array.Empty<DayOfWeek>();
        return days.Count > 0 && Of(days, weeks).Length == rule.Length && parts.Keys.All(key => key is "FREQ" or "INTERVAL" or "BYDAY")
            ? (days, weeks)
            : null;
    }
}
