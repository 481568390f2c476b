namespace Assistant.Bot.Conversation.Times;

/// <summary>Weeks, months, quarters, years and seasons as the calendar has them.</summary>
internal static class PeriodRules
{
    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["period.relative"] = (in RuleParts parts, Scene scene) =>
            parts.Value("unit") is { } unit && parts.Number("offset") is { } offset ? Around(scene.Today, unit, offset) : null,
        ["period.of-day"] = (in RuleParts parts, Scene _) =>
            parts.Value("unit") is { } unit && parts.First<Day>() is { } day ? Around(day.Date, unit, 0) : null,
        ["period.after-next"] = (in RuleParts parts, Scene scene) =>
            parts.Value("unit") is { } unit ? Around(scene.Today, unit, 2) : null,
        ["period.now"] = (in RuleParts parts, Scene scene) =>
            parts.Value("unit") is { } unit ? Around(scene.Today, unit, 0) : null,
        ["period.month-after-next"] = (in RuleParts parts, Scene scene) => Month(parts, scene) is { } month
            ? month with { From = month.From.AddYears(1), Until = month.Until.AddYears(1), IsMovable = false } : null,
        ["period.counted"] = Counted,
        ["period.month"] = Month,
        ["period.nth-month"] = (in RuleParts parts, Scene _) =>
            parts.First<Period>() is { Grain: Grain.Year } year && parts.Whole("nth") is >= 1 and <= 12 and var nth
                ? Months(year.From.AddMonths(nth - 1), 1) : null,
        ["period.month-relative"] = MonthRelative,
        ["period.year"] = Year,
        ["period.quarter"] = Quarter,
        ["period.iso-week"] = IsoWeek,
        ["period.season"] = Season,
        ["period.season-now"] = SeasonNow,
        ["period.decade"] = Decade,
        ["period.same"] = (in RuleParts parts, Scene _) => parts.First<Period>(),
    };

    public static Period MonthAround(DateOnly day) => Months(new DateOnly(day.Year, day.Month, 1), 1);

    /// <summary>The week, month or other unit in which a day falls, or so many further on.</summary>
    public static Period? Around(DateOnly day, string unit, int offset)
    {
        var monday = DateRules.MondayOf(day);
        var month = new DateOnly(day.Year, day.Month, 1);
        var january = new DateOnly(day.Year, 1, 1);
        return unit switch
        {
            "week" => Days(monday.AddDays(7 * offset), 7, Grain.Week),
            "workweek" => Days(monday.AddDays(7 * offset), 5, Grain.Week),
            "weekend" => Days(monday.AddDays((7 * offset) + 5), 2, Grain.Day),
            "fortnight" => Days(monday.AddDays(14 * offset), 14, Grain.Week),
            "month" => Months(month.AddMonths(offset), 1),
            "quarter" => Months(january.AddMonths(((day.Month - 1) / 3 * 3) + (3 * offset)), 3),
            "half-year" => Months(january.AddMonths(((day.Month - 1) / 6 * 6) + (6 * offset)), 6),
            "year" => Years(day.Year + offset, 1),
            "decade" => Years((day.Year / 10 * 10) + (10 * offset), 10),
            "century" => Years((day.Year / 100 * 100) + (100 * offset), 100),
            _ => null,
        };
    }

    private static Period Days(DateOnly from, int count, Grain grain) => new(from, from.AddDays(count), grain);

    private static Period Months(DateOnly from, int count) => new(from, from.AddMonths(count), Grain.Month);

    private static Period? Years(int year, int count) => year is > 0 and < 9000
        ? new Period(new DateOnly(year, 1, 1), new DateOnly(year + count, 1, 1), Grain.Year)
        : null;

    /// <summary>"The next three weeks": whole units, not counting the one we are in.</summary>
    private static Period? Counted(in RuleParts parts, Scene scene)
    {
        if (parts.Value("unit") is not { } unit || parts.Number("offset") is not { } direction
            || DurationRules.Count(parts, "count") is not (>= 1 and < 1000 and var many) || many != Math.Floor(many))
        {
            return null;
        }
        var count = (int)many;
        if (unit == "day")
        {
            return direction > 0
                ? Days(scene.Today.AddDays(1), count, Grain.Day)
                : new Period(scene.Today.AddDays(-count), scene.Today, Grain.Day);
        }
        var (first, last) = direction > 0 ? (1, count) : (-count, -1);
        return Around(scene.Today, unit, first) is { } begin && Around(scene.Today, unit, last) is { } end
            ? begin with { Until = end.Until }
            : null;
    }

    /// <summary>A month by name or number, of the year that was said or the first that is not over.</summary>
    public static Period? Month(in RuleParts parts, Scene scene)
    {
        if ((parts.Number("month") ?? parts.Whole("month")) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }
        var year = CalendarDateRules.Year(parts) ?? parts.First<Period>()?.From.Year;
        if (parts.Has("year") && year is null)
        {
            return null;
        }
        var isThisYear = new DateOnly(scene.Today.Year, month, 1).AddMonths(1) > scene.Today;
        var from = new DateOnly(year ?? (scene.Today.Year + (isThisYear ? 0 : 1)), month, 1);
        return Months(from, 1) with { IsMovable = year is null };
    }

    private static Period? MonthRelative(in RuleParts parts, Scene scene)
    {
        if (parts.Number("month") is not { } month || parts.Number("offset") is not { } offset)
        {
            return null;
        }
        var thisYear = new DateOnly(scene.Today.Year, month, 1);
        var months = MonthAround(scene.Today).From;
        var from = offset switch
        {
            < 0 => thisYear < months ? thisYear : thisYear.AddYears(-1),
            0 => thisYear,
            _ => (thisYear > months ? thisYear : thisYear.AddYears(1)).AddYears(offset - 1),
        };
        return Months(from, 1);
    }

    private static Period? Year(in RuleParts parts, Scene scene) =>
        CalendarDateRules.Year(parts) is { } year ? Years(year, 1) : null;

    private static Period? Quarter(in RuleParts parts, Scene scene)
    {
        if ((parts.Whole("nth") ?? parts.Number("nth")) is not (>= 1 and <= 4 and var nth))
        {
            return null;
        }
        var year = CalendarDateRules.Year(parts) ?? parts.First<Period>()?.From.Year;
        var from = new DateOnly(year ?? scene.Today.Year, (3 * nth) - 2, 1);
        return Months(from, 3) with { IsMovable = year is null };
    }

    private static Period? IsoWeek(in RuleParts parts, Scene scene)
    {
        var year = CalendarDateRules.Year(parts) ?? parts.First<Period>()?.From.Year ?? scene.Today.Year;
        return parts.Whole("nth") is >= 1 and <= 53 and var nth && nth <= System.Globalization.ISOWeek.GetWeeksInYear(year)
            ? Days(DateOnly.FromDateTime(System.Globalization.ISOWeek.ToDateTime(year, nth, DayOfWeek.Monday)), 7, Grain.Week)
            : null;
    }

    private static Period? SeasonNow(in RuleParts parts, Scene scene)
    {
        var year = new DateOnly(scene.Today.Year - 1, 12, 21);
        var past = Enumerable.Range(0, 5).Last(season => year.AddMonths(3 * season) <= scene.Today);
        var from = year.AddMonths(3 * (past + (parts.Number("offset") ?? 0)));
        return new Period(from, from.AddMonths(3), Grain.Month);
    }

    /// <summary>"The seventies", "the 1980s": of two digits, the last such ten years.</summary>
    private static Period? Decade(in RuleParts parts, Scene scene)
    {
        var number = parts.Whole("decade") ?? parts.Number("decade") ?? -1;
        var year = number is >= 0 and < 100 ? number + (number + 2000 > scene.Today.Year ? 1900 : 2000) : number;
        return number % 10 == 0 && year is >= 1000 and < 3000 ? Years(year, 10) : null;
    }

    /// <summary>Astronomical seasons of the northern half of the world, rounded to the 21st.</summary>
    private static Period? Season(in RuleParts parts, Scene scene)
    {
        if (parts.Number("season") is not { } month)
        {
            return null;
        }
        var year = CalendarDateRules.Year(parts) ?? parts.First<Period>()?.From.Year;
        var offset = parts.Number("offset") ?? 0;
        var first = new DateOnly(year ?? (scene.Today.Year - 1), month, 21);
        while (year is null && first.AddMonths(3) <= scene.Today)
        {
            first = first.AddYears(1);
        }
        first = first.AddYears(offset);
        return new Period(first, first.AddMonths(3), Grain.Month);
    }
}
