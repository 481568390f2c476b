using System.Globalization;

namespace Assistant.Tests.Scheduling.Calendar;

/// <summary>A rule laid out the slow, plain way: every moment of a stretch is asked every part. What the fast way must equal.</summary>
internal sealed class SlowRecurrence
{
    private static readonly string[] Names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] WhichDays = ["BYDAY", "BYMONTHDAY", "BYYEARDAY"];

    private readonly Dictionary<string, string[]> parts;
    private readonly DateTime start;
    private readonly string frequency;
    private readonly int interval;
    private readonly int weekStart;

    public SlowRecurrence(string rrule, DateTime start)
    {
        this.start = start;
        parts = rrule.Split(';').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1].Split(','));
        frequency = parts["FREQ"][0];
        interval = parts.TryGetValue("INTERVAL", out var said) ? Number(said[0]) : 1;
        weekStart = Array.IndexOf(Names, parts.TryGetValue("WKST", out var first) ? first[0] : "MO");
    }

    /// <summary>All occurrences from the start until a day, by walking the smallest unit the rule needs.</summary>
    public List<DateTime> Until(DateTime until)
    {
        // Positions need the whole of the first and the last period, so the walk is longer than what is asked for.
        var margin = frequency is "SECONDLY" or "MINUTELY" or "HOURLY" ? 1 : 400;
        return [.. Moments(start.Date.AddDays(-margin), until.AddDays(margin))
            .Where(Allowed)
            .GroupBy(Period)
            .Where(g => (g.Key - Period(start)) % interval == 0)
            .SelectMany(Positioned)
            .Where(m => m >= start && m < until)
            .Order()];
    }

    private IEnumerable<DateTime> Moments(DateTime begin, DateTime until)
    {
        int[] Of(string part, int length, string[] free, int ofStart) => parts.TryGetValue(part, out var said)
            ? [.. said.Select(Number).Distinct()]
            : free.Contains(frequency) ? [.. Enumerable.Range(0, length)] : [ofStart];
        var hours = Of("BYHOUR", 24, ["HOURLY", "MINUTELY", "SECONDLY"], start.Hour);
        var minutes = Of("BYMINUTE", 60, ["MINUTELY", "SECONDLY"], start.Minute);
        var seconds = Of("BYSECOND", 60, ["SECONDLY"], start.Second);
        return from days in Enumerable.Range(0, (int)(until - begin).TotalDays)
               from hour in hours
               from minute in minutes
               from second in seconds
               select begin.AddDays(days).AddSeconds((((hour * 60) + minute) * 60) + second);
    }

    private bool Allowed(DateTime m) => Has("BYMONTH", m.Month) && DayAllowed(m.Date);

    private bool DayAllowed(DateTime day)
    {
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        var year = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        var (weekYear, week, weeks) = Week(day);
        return Has("BYMONTHDAY", day.Day, day.Day - length - 1)
            && Has("BYYEARDAY", day.DayOfYear, day.DayOfYear - year - 1)
            && Has("BYWEEKNO", week, week - weeks - 1)
            && WeekDayAllowed(day, length, year)
            && Implied(day)
            && weekYear > 0;
    }

    private bool WeekDayAllowed(DateTime day, int length, int year)
    {
        var inMonth = frequency == "MONTHLY" || parts.ContainsKey("BYMONTH");
        var (at, of) = inMonth ? (day.Day, length) : (day.DayOfYear, year);
        var name = Names[(int)day.DayOfWeek];
        return !parts.TryGetValue("BYDAY", out var said) || said.Any(d => d.EndsWith(name, StringComparison.Ordinal)
            && (d.Length == 2 || Number(d[..^2]) == ((at - 1) / 7) + 1 || Number(d[..^2]) == -((of - at) / 7) - 1));
    }

    /// <summary>What the rule does not say about days, its start says.</summary>
    private bool Implied(DateTime day)
    {
        if (WhichDays.Any(parts.ContainsKey))
        {
            return true;
        }

        return frequency switch
        {
            "YEARLY" when parts.ContainsKey("BYWEEKNO") => day.DayOfWeek == start.DayOfWeek,
            "YEARLY" => day.Day == start.Day && (parts.ContainsKey("BYMONTH") || day.Month == start.Month),
            "MONTHLY" => day.Day == start.Day,
            "WEEKLY" => day.DayOfWeek == start.DayOfWeek,
            _ => true,
        };
    }

    private IEnumerable<DateTime> Positioned(IGrouping<long, DateTime> period)
    {
        var set = period.Order().ToList();
        return parts.TryGetValue("BYSETPOS", out var said)
            ? said.Select(Number).Select(p => p > 0 ? p - 1 : set.Count + p).Where(i => i >= 0 && i < set.Count).Distinct().Select(i => set[i])
            : set;
    }

    private long Period(DateTime m) => frequency switch
    {
        "YEARLY" => parts.ContainsKey("BYWEEKNO") ? Week(m.Date).Year : m.Year,
        "MONTHLY" => (m.Year * 12) + m.Month,
        "WEEKLY" => (m.Date.AddDays(-Since(m)) - DateTime.MinValue).Days / 7,
        "DAILY" => (m - DateTime.MinValue).Days,
        "HOURLY" => (long)(m - DateTime.MinValue).TotalHours,
        "MINUTELY" => (long)(m - DateTime.MinValue).TotalMinutes,
        _ => (long)(m - DateTime.MinValue).TotalSeconds,
    };

    /// <summary>The year of a week is the one most of its days lie in.</summary>
    private (int Year, int Week, int Weeks) Week(DateTime day)
    {
        var middle = day.AddDays(3 - Since(day));
        var last = new DateTime(middle.Year, 12, 28);
        return (middle.Year, ((middle.DayOfYear - 1) / 7) + 1, ((last.AddDays(3 - Since(last)).DayOfYear - 1) / 7) + 1);
    }

    private int Since(DateTime day) => ((int)day.DayOfWeek - weekStart + 7) % 7;

    private bool Has(string part, params int[] values) =>
        !parts.TryGetValue(part, out var said) || said.Any(s => values.Contains(Number(s)));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
