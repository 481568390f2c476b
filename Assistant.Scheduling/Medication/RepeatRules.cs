using static Assistant.Scheduling.Medication.ProblemWeight;

namespace Assistant.Scheduling.Medication;

/// <summary>What keeps a repetition from being planned: it is impossible, or too often, or says too little.</summary>
internal static class RepeatRules
{
    /// <summary>Nobody is reminded more often than this.</summary>
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMinutes(30);

    /// <summary>Longer periods are a slip of the pen.</summary>
    private const int MostPeriods = 1200;

    /// <summary>What keeps it from being planned at all.</summary>
    public static IEnumerable<DosageProblem> Blocking(Repeat repeat)
    {
        var wrong = Numbers(repeat).Concat(OfBounds(repeat.Bounds)).ToList();
        return wrong.Count > 0 ? wrong : WhetherPlannable(repeat);
    }

    private static IEnumerable<DosageProblem> Numbers(Repeat repeat)
    {
        (string Name, decimal? Least, decimal? Most)[] numbers =
        [
            ("count", repeat.Count, repeat.CountMax),
            ("frequency", repeat.Frequency, repeat.FrequencyMax),
            ("period", repeat.Period, repeat.PeriodMax),
            ("duration", repeat.Duration?.Value, repeat.DurationMax?.Value),
        ];
        foreach (var (name, least, most) in numbers)
        {
            if (least <= 0 || least > int.MaxValue)
            {
                yield return Problem("number-wrong", name,
                    $"{name} is {least}; it must be above 0. Correct it.", Wrong);
            }
            if (most is not null && (least is null || most < least))
            {
                yield return Problem("range-wrong", $"{name}Max",
                    $"{name}Max needs a {name} that is not larger. Correct it.", Wrong);
            }
        }
        if (repeat.Period is not null != repeat.PeriodUnit is not null || repeat.Period > MostPeriods)
        {
            yield return Problem("period-wrong", "period",
                "A period needs a number up to 1200 and a unit. Correct it.", Wrong);
        }
        if (repeat.Offset < TimeSpan.Zero)
        {
            yield return Problem("offset-wrong", "offset",
                "The offset must not be below 0. Use AC for before a meal.", Wrong);
        }
        if (repeat.CycleDays < 1)
        {
            yield return Problem("cycle-wrong", "cycleDays", "A cycle must last at least a day. Correct it.", Wrong);
        }
    }

    private static IEnumerable<DosageProblem> OfBounds(Bounds? bounds)
    {
        if (bounds?.End < bounds?.Start)
        {
            yield return Problem("end-before-start", "boundsPeriod.end",
                $"The end ({bounds?.End:yyyy-MM-dd}) is before the start ({bounds?.Start:yyyy-MM-dd}). Correct one of them.",
                Wrong);
        }
        if (bounds?.Length?.Value <= 0)
        {
            yield return Problem("length-wrong", "boundsDuration", "The length must be above 0. Correct it.", Wrong);
        }
    }

    private static IEnumerable<DosageProblem> WhetherPlannable(Repeat repeat)
    {
        var named = repeat.TimesOfDay.Count + repeat.When.Count > 0;
        var patterned = named || repeat.DaysOfWeek.Count > 0 || repeat.Period is not null;
        if (!patterned && repeat.Count != 1)
        {
            yield return Problem("no-period", repeat.Frequency is null ? "period" : "frequency",
                "Says how often, but not within which period. Choose the moments by hand.", NotPlanned);
        }
        var interval = DosesOf.Interval(new Dosage { Timing = new Timing { Repeat = repeat } });
        var between = interval ?? DosesOf.WakingInterval(repeat);
        if (between < ShortestInterval || (between is null && DosesADay(repeat) > DayHours.MostTimesADay))
        {
            yield return Problem("too-often", "period",
                "Comes more often than every half hour. Nobody is reminded that often: choose the moments by hand.",
                NotPlanned);
        }
        if (repeat is { PeriodUnit: PeriodUnit.Month or PeriodUnit.Year, Period: { } months } && months % 1 != 0)
        {
            yield return Problem("part-of-month", "period",
                "A part of a month has no fixed length. Give it in days.", NotPlanned);
        }
    }

    /// <summary>The most doses that fall on one day by the wall clock.</summary>
    public static decimal DosesADay(Repeat repeat)
    {
        var named = repeat.TimesOfDay.Count + repeat.When.SelectMany(DayMoment.Meals).Count();
        var times = repeat.Frequency ?? 1;
        return named > 0 ? named : repeat.PeriodUnit switch
        {
            PeriodUnit.Day => repeat.DaysOfWeek.Count > 0 ? times : Math.Ceiling(times / (repeat.Period ?? 1)),
            PeriodUnit.Week when repeat.DaysOfWeek.Count > 0 => times,
            PeriodUnit.Week => Math.Ceiling(times / (7 * (repeat.Period ?? 1))),
            PeriodUnit.Month or PeriodUnit.Year => Math.Ceiling(times / 28m),
            _ => times,
        };
    }

    public static DosageProblem Problem(string code, string field, string sentence, ProblemWeight weight) =>
        new(code, $"timing.repeat.{field}", sentence, weight);
}
