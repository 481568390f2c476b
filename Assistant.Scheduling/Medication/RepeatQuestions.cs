using static Assistant.Scheduling.Medication.ProblemWeight;

namespace Assistant.Scheduling.Medication;

/// <summary>What a person has to decide about a repetition that could be planned.</summary>
internal static class RepeatQuestions
{
    /// <summary>Everything there is to say; where it contradicts itself, only that.</summary>
    public static IEnumerable<DosageProblem> AndRules(Repeat repeat)
    {
        var blocking = RepeatRules.Blocking(repeat).ToList();
        return blocking.Exists(problem => problem.Weight == Wrong)
            ? blocking
            : [.. blocking, .. LengthRange(repeat.Bounds), .. Ranges(repeat), .. Combinations(repeat)];
    }

    private static IEnumerable<DosageProblem> LengthRange(Bounds? bounds)
    {
        if (bounds?.LongestLength is { } longest)
        {
            yield return RepeatRules.Problem("length-range", "boundsRange",
                $"The course may last up to {longest.Value} {longest.Unit}. Confirm the last day.", Confirm);
        }
    }

    private static IEnumerable<DosageProblem> Ranges(Repeat repeat)
    {
        if (repeat.FrequencyMax > repeat.Frequency)
        {
            yield return RepeatRules.Problem("frequency-range", "frequencyMax",
                $"Between {repeat.Frequency} and {repeat.FrequencyMax} times: planned {repeat.Frequency}. Confirm how often.",
                Confirm);
        }
        if (repeat.PeriodMax > repeat.Period)
        {
            yield return RepeatRules.Problem("period-range", "periodMax",
                $"Every {repeat.Period} to {repeat.PeriodMax}: confirm the interval.", Confirm);
        }
        if (repeat.CountMax > repeat.Count)
        {
            yield return RepeatRules.Problem("count-range", "countMax",
                $"Between {repeat.Count} and {repeat.CountMax} doses in all: planned {repeat.Count}. Confirm how many.",
                Confirm);
        }
    }

    private static IEnumerable<DosageProblem> Combinations(Repeat repeat)
    {
        if (repeat.TimesOfDay.Count > 0 && repeat.When.Count > 0)
        {
            yield return RepeatRules.Problem("tim-10", "when",
                "Gives both times and moments of the day. Confirm which hold.", Confirm);
        }
        var meals = repeat.When.SelectMany(DayMoment.Meals)
            .Any(when => when is EventTiming.Breakfast or EventTiming.Lunch or EventTiming.Dinner);
        if (repeat.Offset is not null && (repeat.When.Count == 0 || meals))
        {
            yield return RepeatRules.Problem("tim-9", "offset",
                "An offset needs a moment before or after which it counts. Confirm the time.", Confirm);
        }
        if (CountsDisagree(repeat))
        {
            yield return RepeatRules.Problem("frequency-disagrees", "frequency",
                "The number of times does not agree with the times or days that are named; those are planned. Confirm them.",
                Confirm);
        }
    }

    private static bool CountsDisagree(Repeat repeat)
    {
        var named = repeat.TimesOfDay.Count + repeat.When.SelectMany(DayMoment.Meals).Count();
        var days = repeat.DaysOfWeek.Distinct().Count();
        return repeat switch
        {
            { PeriodUnit: < PeriodUnit.Day, Period: not null } => named > 0,
            { PeriodUnit: PeriodUnit.Week, Frequency: { } weekly } when days > 0 => weekly != days * Math.Max(1, named),
            { PeriodUnit: PeriodUnit.Day, Frequency: { } daily } when named > 0 => daily != named,
            { Frequency: { } some } when named > 0 => some % named != 0,
            _ => false,
        };
    }
}
