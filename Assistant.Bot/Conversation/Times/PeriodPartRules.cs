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
        ["period.weekend-of"] = (in RuleParts parts, Scene _) => Of(parts, period => period.Grain == Grain.Week
            ? new Period(period.From.AddDays(5), period.From.AddDays(7), Grain.Day) : null),
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

    private static Period? Week(DateOnly thursday, Period within) => thursday >= within.From && thursday < within.Until
        ? new Period(thursday.AddDays(-3), thursday.AddDays(4), Grain.Week)
        : null;
}
