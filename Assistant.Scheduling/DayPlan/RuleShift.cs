using System.Globalization;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Moves a rule with the day it names: every Tuesday becomes every Thursday. Pure.</summary>
/// <remarks>Of several weekdays only the one moved away from changes. Source: RFC 5545 §3.3.10.</remarks>
public static class RuleShift
{
    private const int Week = 7;

    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The rule that names this weekday of every week.</summary>
    public static string EveryWeekOn(DateOnly date) => $"FREQ=WEEKLY;BYDAY={Name(date)}";

    /// <summary>The rule that names <paramref name="to"/> where this one names <paramref name="from"/>.</summary>
    /// <param name="rule">The rule, without the word RRULE.</param>
    /// <param name="from">A date it names.</param>
    /// <param name="to">The date it is to name instead.</param>
    /// <param name="before">How many times it named before <paramref name="from"/>: a COUNT is less by so many.</param>
    /// <returns>Null where it cannot be moved as a whole.</returns>
    public static string? Of(string rule, DateOnly from, DateOnly to, int before)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var parts = rule.ToUpperInvariant().Split(';').Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part.Length > 1 ? part[1] : "");
        if (parts.TryGetValue("COUNT", out var count) && int.TryParse(count, CultureInfo.InvariantCulture, out var times))
        {
            parts["COUNT"] = (times - before).ToString(CultureInfo.InvariantCulture);
        }

        return from == to || Shift(parts, from, to) ? string.Join(';', parts.Select(part => $"{part.Key}={part.Value}")) : null;
    }

    private static bool Shift(Dictionary<string, string> parts, DateOnly from, DateOnly to)
    {
        if (parts.ContainsKey("BYSETPOS") || parts.ContainsKey("BYYEARDAY") || parts.ContainsKey("BYWEEKNO"))
        {
            return false;
        }

        return parts.GetValueOrDefault("FREQ") switch
        {
            "DAILY" => parts.Keys.All(key => key is not ("BYDAY" or "BYMONTHDAY" or "BYMONTH")),
            "WEEKLY" => !parts.ContainsKey("BYMONTH") && Weekday(parts, from, to),
            "MONTHLY" => !parts.ContainsKey("BYMONTH") && DayOfMonth(parts, from, to),
            "YEARLY" => DayOfYear(parts, from, to),
            _ => false,
        };
    }

    private static bool Weekday(Dictionary<string, string> parts, DateOnly from, DateOnly to)
    {
        if (parts.TryGetValue("BYDAY", out var days))
        {
            var moved = days.Split(',').Select(day => day == Name(from) ? Name(to) : day).Distinct();
            parts["BYDAY"] = string.Join(',', moved);
        }

        return true;
    }

    private static bool DayOfMonth(Dictionary<string, string> parts, DateOnly from, DateOnly to)
    {
        if (parts.TryGetValue("BYDAY", out var day))
        {
            return !parts.ContainsKey("BYMONTHDAY") && NthWeekday(parts, day, from, to);
        }

        if (parts.TryGetValue("BYMONTHDAY", out var number))
        {
            parts["BYMONTHDAY"] = Number(to.Day);
            return number == Number(from.Day);
        }

        return true;
    }

    // "The first Tuesday" moved to the Thursday after becomes the first, or second, Thursday.
    private static bool NthWeekday(Dictionary<string, string> parts, string day, DateOnly from, DateOnly to)
    {
        if (day.Contains(',', StringComparison.Ordinal) || !day.EndsWith(Name(from), StringComparison.Ordinal) || day.Length == 2)
        {
            return false;
        }

        var isLast = day.StartsWith("-1", StringComparison.Ordinal) && to.AddDays(Week).Month != to.Month;
        parts["BYDAY"] = $"{(isLast ? "-1" : Number(((to.Day - 1) / Week) + 1))}{Name(to)}";
        return isLast || !day.StartsWith('-');
    }

    private static bool DayOfYear(Dictionary<string, string> parts, DateOnly from, DateOnly to)
    {
        if (parts.ContainsKey("BYDAY"))
        {
            return false;
        }

        foreach (var (key, had, wanted) in new[] { ("BYMONTH", from.Month, to.Month), ("BYMONTHDAY", from.Day, to.Day) })
        {
            if (parts.TryGetValue(key, out var value))
            {
                if (value != Number(had))
                {
                    return false;
                }

                parts[key] = Number(wanted);
            }
        }

        return true;
    }

    private static string Name(DateOnly date) => Days[(int)date.DayOfWeek];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
