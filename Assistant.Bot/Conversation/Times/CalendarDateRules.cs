namespace Assistant.Bot.Conversation.Times;

/// <summary>Days named by the calendar: 3 March, 22/2, the 15th, the first Sunday of May, 2026-03-10.</summary>
internal static class CalendarDateRules
{
    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["date.day-month"] = DayMonth,
        ["date.numeric"] = Numeric,
        ["date.iso"] = Iso,
        ["year.of"] = YearOf,
        ["number.same"] = (in RuleParts parts, Scene _) => parts.First<Amount>(),
        ["number.said"] = (in RuleParts parts, Scene _) => parts.First<Amount>() is { Digits: 0 } amount ? amount : null,
        ["number.typed"] = (in RuleParts parts, Scene _) => parts.First<Amount>() is { Digits: > 0 } amount ? amount : null,
        ["number.two-digits"] = (in RuleParts parts, Scene _) => parts.First<Amount>() is { Digits: 2 } amount ? amount : null,
        ["number.spoken-minute"] = (in RuleParts parts, Scene _) =>
            parts.First<Amount>() is { Digits: 0, Value: >= 10 and < 60 } amount ? amount : null,
        ["date.this-year"] = (in RuleParts parts, Scene scene) => parts.First<Day>() is { Name: DayName.DayAndMonth } day
            && DateOf(scene.Today.Year, day.Date.Month, day.Date.Day) is { } date ? new Day(date, DayName.Dated) : null,
        ["date.of-month"] = OfMonth,
        ["date.in-month"] = InMonth,
        ["date.nth-weekday"] = NthWeekday,
        ["date.last-weekday"] = LastWeekday,
        ["date.nth-day"] = NthDay,
        ["date.digits"] = Digits,
    };

    /// <summary>The year that was said: two typed digits are the nearest century, 1951 to 2050.</summary>
    public static int? Year(in RuleParts parts)
    {
        if (parts.Find<Amount>("year") is not { IsWhole: true } amount)
        {
            return null;
        }
        var year = (int)amount.Value;
        return amount.Digits switch
        {
            1 => null,
            2 => year + (year > 50 ? 1900 : 2000),
            _ => year is > 0 and < 9000 ? year : null,
        };
    }

    public static DateOnly? DateOf(int year, int month, int day) =>
        year is > 0 and < 9000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static Day? DayMonth(in RuleParts parts, Scene scene) =>
        parts.Number("month") is { } month && parts.Whole("day") is { } day
            ? Make(parts.Has("year"), Year(parts), month, day, scene)
            : null;

    /// <summary>Numbers only: in the order of the language, or the other where only that is a date.</summary>
    private static Day? Numeric(in RuleParts parts, Scene scene)
    {
        if (parts.Whole("one") is not { } one || parts.Whole("two") is not { } two)
        {
            return null;
        }
        var hasYear = parts.Has("year");
        var year = Year(parts);
        var isDayFirst = scene.Lexicon.IsDayFirst;
        return Try(isDayFirst) ?? Try(!isDayFirst);

        Day? Try(bool dayFirst) => Make(hasYear, year, dayFirst ? two : one, dayFirst ? one : two, scene);
    }

    /// <summary>Year, month, day; a thirteenth month is a day.</summary>
    private static Day? Iso(in RuleParts parts, Scene scene) =>
        (parts.Whole("one") ?? parts.Number("one")) is { } one && parts.Whole("two") is { } two && Year(parts) is { } year
            ? Make(true, year, one, two, scene) ?? Make(true, year, two, one, scene)
            : null;

    /// <summary>A number that is plainly a year.</summary>
    private static Amount? YearOf(in RuleParts parts, Scene scene) =>
        parts.Find<Amount>("year") is { Digits: 0 or 4, Value: >= 1000 and < 3000, IsWhole: true } year ? year : null;

    private static Day? Make(bool hasYear, int? year, int month, int day, Scene scene)
    {
        if (hasYear)
        {
            return year is { } given && DateOf(given, month, day) is { } dated ? new Day(dated, DayName.Dated) : null;
        }
        var next = Enumerable.Range(scene.Today.Year, 9)
            .Select(each => DateOf(each, month, day))
            .FirstOrDefault(date => date >= scene.Today);
        return next is { } found ? new Day(found, DayName.DayAndMonth) : null;
    }

    /// <summary>"The 15th": of this month, or of the next that has one.</summary>
    private static Day? OfMonth(in RuleParts parts, Scene scene)
    {
        var day = parts.Whole("day") ?? 0;
        var first = new DateOnly(scene.Today.Year, scene.Today.Month, 1);
        var next = Enumerable.Range(0, 9)
            .Select(first.AddMonths)
            .Select(month => DateOf(month.Year, month.Month, day))
            .FirstOrDefault(date => date >= scene.Today);
        return next is { } found ? new Day(found, DayName.DayOfMonth) : null;
    }

    private static Day? InMonth(in RuleParts parts, Scene scene) =>
        parts.First<Period>() is { Grain: Grain.Month } month && month.Until == month.From.AddMonths(1)
            && parts.Whole("day") is { } day && DateOf(month.From.Year, month.From.Month, day) is { } date
            ? new Day(date, DayName.Dated)
            : null;

    /// <summary>"The second Sunday of May"; without a period of this month.</summary>
    public static Day? NthWeekday(in RuleParts parts, Scene scene)
    {
        if (DateRules.Weekday(parts) is not { } weekday || parts.Whole("nth") is not (> 0 and <= 53 and var nth))
        {
            return null;
        }
        var within = parts.First<Period>() ?? PeriodRules.MonthAround(scene.Today);
        var from = parts.First<Day>()?.Date ?? within.From.AddDays(-1);
        var date = DateRules.After(from, weekday).AddDays(7 * (nth - 1));
        return parts.First<Day>() is not null || date < within.Until ? new Day(date, DayName.Dated) : null;
    }

    private static Day? LastWeekday(in RuleParts parts, Scene scene)
    {
        var within = parts.First<Period>() ?? PeriodRules.MonthAround(scene.Today);
        return DateRules.Weekday(parts) is { } weekday
            ? new Day(DateRules.After(within.Until.AddDays(-8), weekday), DayName.Dated)
            : null;
    }

    /// <summary>"The third day of October", "the last day of the month", "the fifth last day of May".</summary>
    private static Day? NthDay(in RuleParts parts, Scene scene)
    {
        if (parts.First<Period>() is not { } within || parts.Whole("nth") is < 1 or > 366)
        {
            return null;
        }
        var nth = parts.Whole("nth") ?? 1;
        var date = parts.Has("last") ? within.Until.AddDays(-nth) : within.From.AddDays(nth - 1);
        return date >= within.From && date < within.Until ? new Day(date, DayName.Dated) : null;
    }

    /// <summary>Eight digits in one: 20261122.</summary>
    private static Day? Digits(in RuleParts parts, Scene scene)
    {
        if (parts.Find<Amount>("digits") is not { Digits: 8 } amount)
        {
            return null;
        }
        var number = (int)amount.Value;
        return DateOf(number / 10_000, number / 100 % 100, number % 100) is { Year: > 1800 and < 2200 } date
            ? new Day(date, DayName.Dated)
            : null;
    }
}
