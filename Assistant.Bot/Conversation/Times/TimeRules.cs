using System.Collections.Frozen;

namespace Assistant.Bot.Conversation.Times;

/// <summary>All rules that a times file may name; no rule knows a word of any language.</summary>
internal static class TimeRules
{
    public static IReadOnlyDictionary<string, TimeRule> ByName { get; } = new Dictionary<string, TimeRule>
        {
            ["nothing"] = (in RuleParts parts, Scene scene) => new Word(""),
        }
        .Concat(ClockRules.All)
        .Concat(DateRules.All)
        .Concat(CalendarDateRules.All)
        .Concat(PeriodRules.All)
        .Concat(PeriodPartRules.All)
        .Concat(DurationRules.All)
        .Concat(MomentRules.All)
        .Concat(RangeRules.All)
        .Concat(HourRules.All)
        .Concat(RecurrenceRules.All)
        .ToFrozenDictionary(StringComparer.Ordinal);
}
