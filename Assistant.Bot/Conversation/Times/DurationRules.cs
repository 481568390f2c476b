namespace Assistant.Bot.Conversation.Times;

/// <summary>Amounts of time: "anderhalf uur", "drie kwartier", "two days and three hours".</summary>
internal static class DurationRules
{
    /// <remarks>Nobody plans further: what would leave the calendar is not a time.</remarks>
    private const double MostYears = 2_000;

    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["span.of"] = (in RuleParts parts, Scene _) =>
            parts.Value("unit") is { } unit && Count(parts, "count") is { } count ? Of(count, unit) : null,
        ["span.and-half"] = (in RuleParts parts, Scene _) =>
            parts.Value("unit") is { } unit && Count(parts, "count") is { } count ? Of(count + 0.5, unit) : null,
        ["span.and-quarter"] = (in RuleParts parts, Scene _) =>
            parts.Value("unit") is { } unit && Count(parts, "count") is { } count ? Of(count + 0.25, unit) : null,
        ["span.and-quarters"] = (in RuleParts parts, Scene _) =>
            parts.Value("unit") is { } unit && Count(parts, "count") is { } count && parts.Whole("quarters") is >= 1 and <= 3 and var quarters
                ? Of(count + (quarters / 4.0), unit) : null,
        ["span.half"] = (in RuleParts parts, Scene _) => parts.Value("unit") is { } unit ? Of(0.5, unit) : null,
        ["span.fraction"] = Fraction,
        ["span.one"] = (in RuleParts parts, Scene _) => parts.Value("unit") is { } unit ? Of(1, unit) : null,
        ["span.sum"] = Sum,
        ["span.hour-minutes"] = HourMinutes,
        ["span.same"] = (in RuleParts parts, Scene _) => parts.First<Span>(),
    };

    /// <summary>A local time that much later, or earlier when the sign is -1; null when it leaves the calendar.</summary>
    public static DateTime? Shift(DateTime from, Span span, int sign)
    {
        if (span.TotalSeconds > MostYears * 365 * 86_400)
        {
            return null;
        }
        var wholeYears = Math.Floor(span.Years);
        var months = span.Months + Math.Round((span.Years - wholeYears) * 12);
        var wholeMonths = Math.Floor(months);
        var days = Math.Floor(span.Days + ((months - wholeMonths) * 30));
        var year = from.Year + (sign * (wholeYears + (wholeMonths / 12)));
        return year is < 3 or > 9_000
            ? null
            : AddWorkdays(from.AddMonths(sign * (int)((wholeYears * 12) + wholeMonths)), sign * span.Workdays)
                .AddDays(sign * days)
                .AddSeconds(sign * span.Seconds);
    }

    private static DateTime AddWorkdays(DateTime from, int count)
    {
        for (var left = Math.Abs(count); left > 0; left -= from.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1)
        {
            from = from.AddDays(Math.Sign(count));
        }
        return from;
    }

    public static Span? Of(double count, string unit) => unit switch
    {
        "second" => new Span(0, 0, 0, count, Grain.Second),
        "minute" => new Span(0, 0, 0, count * 60, Grain.Minute),
        "quarter-hour" => new Span(0, 0, 0, count * 900, Grain.Minute),
        "hour" => new Span(0, 0, 0, count * 3600, Grain.Hour),
        "day" or "night" => OfDays(count, 1, Grain.Day),
        "workday" when count == Math.Floor(count) && count < 1000 => new Span(0, 0, 0, 0, Grain.Day) { Workdays = (int)count },
        "weekend" => OfDays(count, 2, Grain.Day),
        "week" => OfDays(count, 7, Grain.Week),
        "fortnight" => OfDays(count, 14, Grain.Week),
        "month" => new Span(0, count, 0, 0, Grain.Month),
        "quarter" => new Span(0, count * 3, 0, 0, Grain.Month),
        "half-year" => new Span(0, count * 6, 0, 0, Grain.Month),
        "year" => new Span(count, 0, 0, 0, Grain.Year),
        "decade" => new Span(count * 10, 0, 0, 0, Grain.Year),
        "century" => new Span(count * 100, 0, 0, 0, Grain.Year),
        _ => null,
    };

    /// <summary>A count in digits or words, an article, or a word such as "paar".</summary>
    public static double? Count(in RuleParts parts, string name) =>
        parts.Find<Amount>(name)?.Value ?? (double.TryParse(
            parts.Value(name), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>Part of a day is hours: two and a half days later is at another hour.</summary>
    private static Span OfDays(double count, int each, Grain grain)
    {
        var days = count * each;
        var whole = Math.Floor(days);
        return new Span(0, 0, whole, (days - whole) * 86_400, grain);
    }

    private static Span? Fraction(in RuleParts parts, Scene scene) =>
        parts.Value("unit") is { } unit && parts.Whole("part") is > 0 and var part && parts.Whole("whole") is > 0 and var whole
            ? Of((double)part / whole, unit)
            : null;

    private static Span? Sum(in RuleParts parts, Scene scene) =>
        parts.Find<Span>("one") is { } one && parts.Find<Span>("two") is { } two && one.Finest != two.Finest
            ? new Span(
                one.Years + two.Years, one.Months + two.Months, one.Days + two.Days, one.Seconds + two.Seconds,
                one.Finest < two.Finest ? one.Finest : two.Finest)
            : null;

    /// <summary>"One hour thirty".</summary>
    private static Span? HourMinutes(in RuleParts parts, Scene scene) =>
        Count(parts, "count") is { } count && parts.Whole("minutes") is >= 0 and < 60 and var minutes
            ? new Span(0, 0, 0, (count * 3600) + (minutes * 60), Grain.Minute)
            : null;
}
