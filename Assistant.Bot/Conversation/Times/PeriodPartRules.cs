namespace Assistant.Bot.Conversation.Times;

/// <summary>Parts of a week, month or year: its end, what is left of it, its third week.</summary>
internal static class PeriodPartRules
{
    public static IReadOnlyDictionary<string, TimeRule> All { get; } = new Dictionary<string, TimeRule>
    {
        ["period.beginning"] = (in RuleParts parts, Scene _) => Of(parts, Beginning),
        ["period.middle"] = (in RuleParts parts, Scene _) => Of(parts, Middle),
        ["period.end"] = (in RuleParts parts, Scene _) => Of(parts, End),
        ["period.late"] = (in RuleParts parts, Scene _) => Of(parts, period => period.Grain == Grain.Year
            ? period with { From = period.From.AddMonths(6) } : End(period)),
        ["period.early"] = (in RuleParts parts, Scene _) => Of(parts, period => period.Grain == Grain.Year
            ? period with { Until = period.From.AddMonths(6) } : Beginning(period)),
        ["period.rest"] = (in RuleParts parts, Scene scene) => Of(parts, period =>
            period.From <= scene.Today && scene.Today < period.Until ? period with { From = scene.Today } : null),
        ["period.nth-week"] = NthWeek,
        ["period.last-week"] = LastWeek,
        ["period.half"] = Half,
        ["period.first-of"] = FirstOf,
        ["period.last-of"] = LastOf,
        ["period.week-before"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { } day
            ? PeriodRules.Around(day.Date, "week", -1) : null,
        ["period.week-after"] = (in RuleParts parts, Scene _) => parts.First<Day>() is { } day
            ? PeriodRules.Around(day.Date, "week", 1) : null,
        ["period.nth-weekend"] = (in RuleParts parts, Scene _) =>
            parts.First<Period>() is { } within && parts.Whole("nth") is >= 1 and <= 5 and var nth
                ? Weekend(DateRules.After(within.From.AddDays(-1), DayOfWeek.Saturday).AddDays(7 * (nth - 1))) : null,
        ["period.last-weekend"] = (in RuleParts parts, Scene _) => parts.First<Period>() is { } within
            ? Weekend(DateRules.After(within.Until.AddDays(-8), DayOfWeek.Saturday)) : null,
    };

    private static Period? Of(in RuleParts parts, Func<Period, Period?> change) =>
        parts.First<Period>() is { } period ? change(period) : null;

    private static Period? Beginning(Period period) => period.Grain switch
    {
        Grain.Week => period with { Until = period.From.AddDays(3) },
        Grain.Month => period with { Until = period.From.AddDays(10) },
        Grain.Year => period with { Until = period.From.AddMonths(3) },
        _ => null,
    };

    private static Period? Middle(Period period) => period.Grain switch
    {
        Grain.Week => period with { From = period.From.AddDays(1), Until = period.From.AddDays(5) },
        Grain.Month => period with { From = period.From.AddDays(10), Until = period.From.AddDays(20) },
        Grain.Year => period with { From = period.From.AddMonths(4), Until = period.From.AddMonths(8) },
        _ => null,
    };

    private static Period? End(Period period) => LastPart(period) is { } part ? part with { IsEnd = true } : null;

    private static Period? LastPart(Period period) => period.Grain switch
    {
        Grain.Week => period with { From = period.From.AddDays(3) },
        Grain.Month => period with { From = period.From.AddDays(20) },
        Grain.Year => period with { From = period.From.AddMonths(8) },
        _ => null,
    };

    /// <summary>The nth week of a month or year: a week belongs where its Thursday is (ISO 8601).</summary>
    private static Period? NthWeek(in RuleParts parts, Scene scene) =>
        parts.First<Period>() is { } within && parts.Whole("nth") is >= 1 and <= 53 and var nth
            ? Week(DateRules.After(within.From.AddDays(-1), DayOfWeek.Thursday).AddDays(7 * (nth - 1)), within)
            : null;

    private static Period? LastWeek(in RuleParts parts, Scene scene) =>
        parts.First<Period>() is { } within && (parts.Whole("nth") ?? 1) is >= 1 and <= 53 and var nth
            ? Week(DateRules.After(within.Until.AddDays(-8), DayOfWeek.Thursday).AddDays(-7 * (nth - 1)), within)
            : null;

    private static Period Weekend(DateOnly saturday) => new(saturday, saturday.AddDays(2), Grain.Day);

    private static Period? Half(in RuleParts parts, Scene scene)
    {
        if (parts.First<Period>() is not { } whole || parts.Whole("nth") is not ((1 or 2) and var nth))
        {
            return null;
        }
        var middle = whole.Grain switch
        {
            Grain.Year => whole.From.AddMonths(6),
            Grain.Month => whole.From.AddDays(15),
            _ => whole.From.AddDays((whole.Until.DayNumber - whole.From.DayNumber) / 2),
        };
        return nth == 1 ? whole with { Until = middle } : whole with { From = middle };
    }

    /// <summary>"The first two weeks of May".</summary>
    private static Period? FirstOf(in RuleParts parts, Scene scene) => parts.First<Period>() is { } within
        && Shifted(parts, within.From, 1) is { } end && end <= within.Until ? within with { Until = end } : null;

    private static Period? LastOf(in RuleParts parts, Scene scene) => parts.First<Period>() is { } within
        && Shifted(parts, within.Until, -1) is { } begin && begin >= within.From ? within with { From = begin } : null;

    private static DateOnly? Shifted(in RuleParts parts, DateOnly from, int sign) =>
        parts.First<Span>() is { IsExact: false } span
            && DurationRules.Shift(from.ToDateTime(TimeOnly.MinValue), span, sign) is { } to
            ? DateOnly.FromDateTime(to)
            : null;

    private static Period? Week(DateOnly thursday, Period within) => thursday >= within.From && thursday < within.Until
        ? new Period(thursday.AddDays(-3), thursday.AddDays(4), Grain.Week)
        : null;
}
