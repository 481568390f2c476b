namespace Assistant.Scheduling.Medication.Import;

/// <summary>What has to be asked because the plan depends on a first day or hour that nobody wrote down.</summary>
internal static class StartRules
{
    public static IEnumerable<DosageProblem> Of(IReadOnlyList<Dosage> dosages, string list, Bounds period)
    {
        var dependent = dosages.ToList().FindIndex(dosage => !dosage.AsNeeded && DependsOnStart(dosage, dosages));
        if (period.Start is null && dependent >= 0)
        {
            yield return new("start-unknown", $"{DosageCheck.LineOf(list, dependent)}.timing.repeat",
                "The first day is not given; counted from the day of writing. Confirm the first day.",
                ProblemWeight.Confirm);
        }
        for (var i = 0; i < dosages.Count; i++)
        {
            if (dosages[i].AsNeeded)
            {
                yield return new("as-needed", $"{DosageCheck.LineOf(list, i)}.asNeeded",
                    "Is taken only when needed, so never scheduled. Confirm the limits.", ProblemWeight.Confirm);
            }
            else if (DosesOf.Interval(dosages[i]) is not null && FirstHourOf(dosages[i]) is null)
            {
                yield return new("first-hour", $"{DosageCheck.LineOf(list, i)}.timing.repeat",
                    "The first hour is not given; counted from the morning. Confirm the first hour.",
                    ProblemWeight.Confirm);
            }
        }
    }

    private static TimeOnly? FirstHourOf(Dosage dosage) => dosage.Timing is { Events: [var first, ..] }
        ? TimeOnly.FromDateTime(first)
        : dosage.Timing?.Repeat?.Bounds?.StartTime;

    private static bool DependsOnStart(Dosage dosage, IReadOnlyList<Dosage> all)
    {
        if (dosage.Timing is not { Repeat: { } repeat, Events.Count: 0 } || repeat.Bounds?.Start is not null)
        {
            return false;
        }
        var everyDay = repeat is { PeriodUnit: null or < PeriodUnit.Day } or { PeriodUnit: PeriodUnit.Day, Period: 1 };
        var everyWeek = repeat is { PeriodUnit: PeriodUnit.Week, Period: 1, DaysOfWeek.Count: > 0 };
        return repeat.Bounds?.Length is not null || repeat.Count is not null || repeat.CycleDays is not null
            || DoseStep.AreConsecutive(all) || !(everyDay || everyWeek);
    }
}
