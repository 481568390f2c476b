namespace Assistant.Scheduling.Medication;

/// <summary>One instruction with its place in time: when it starts, when the next begins, and how it cycles.</summary>
/// <remarks>
/// Steps with different sequence numbers follow each other; with equal ones they hold together; without a number a
/// step holds throughout (FHIR R4 Dosage.sequence). Numbers of which none has a length only number the lines: such
/// steps hold together, and <see cref="DosageCheck"/> asks a person.
/// </remarks>
internal sealed record DoseStep(Dosage Dosage, DateOnly Start, DateOnly Until)
{
    /// <summary>Whether the clock may plan it at all.</summary>
    public bool IsPlannable => !Dosage.AsNeeded && !Dosage.IsRest && DosageCheck.CanPlan(Dosage);

    /// <summary>The day after the last day that the instruction itself names, or the end of the calendar.</summary>
    public DateOnly HardUntil => Dosage.Timing?.Repeat?.Bounds?.End is { } end && end < DateOnly.MaxValue
        ? end.AddDays(1)
        : DateOnly.MaxValue;

    private int? CycleDays => Dosage.Timing?.Repeat?.CycleDays;

    private DateOnly CycleStart { get; init; }

    /// <summary>The only step of a regimen that starts on <paramref name="anchor"/>.</summary>
    public static DoseStep Alone(Dosage dosage, DateOnly anchor) => At(dosage, anchor, anchor);

    /// <summary>The steps of a regimen that starts on <paramref name="anchor"/>.</summary>
    public static IEnumerable<DoseStep> Plan(IReadOnlyList<Dosage> dosages, DateOnly anchor)
    {
        var groups = dosages.GroupBy(dosage => dosage.Sequence).OrderBy(group => group.Key).ToList();
        var consecutive = AreConsecutive(dosages);
        var next = anchor;
        foreach (var group in groups)
        {
            var start = group.Key is null || !consecutive ? anchor : next;
            var steps = group.Select(dosage => At(dosage, start, anchor)).ToList();
            next = group.Key is null ? anchor : steps.Max(step => step.FollowedOn);
            foreach (var step in steps)
            {
                yield return step;
            }
        }
    }

    /// <summary>Whether the sequence numbers really order the steps in time.</summary>
    public static bool AreConsecutive(IReadOnlyList<Dosage> dosages) =>
        dosages.Any(dosage => dosage.Sequence is not null && HasLength(dosage))
        && dosages.Select(dosage => dosage.Sequence).OfType<int>().Distinct().Count() > 1;

    /// <summary>Whether the step says how long it lasts.</summary>
    public static bool HasLength(Dosage dosage) => dosage.Timing?.Repeat is { } repeat
        && (repeat.Bounds?.Length ?? (object?)repeat.Bounds?.End ?? LengthOfCount(repeat)) is not null;

    /// <summary>The stretches in which it holds that touch these days: one, or one in each cycle.</summary>
    public IEnumerable<DoseSpan> Spans(DateOnly from, DateOnly until)
    {
        if (CycleDays is not { } cycle || cycle < 1)
        {
            yield return new DoseSpan(Start, Until, HardUntil);
            yield break;
        }
        var inCycle = Start.DayNumber - CycleStart.DayNumber;
        var length = Math.Min(Until.DayNumber - Start.DayNumber, cycle - inCycle);
        var first = Math.Max(0, (from.DayNumber - Start.DayNumber) / cycle - 1);
        for (var day = Start.DayNumber + (long)first * cycle; day < until.DayNumber && length > 0; day += cycle)
        {
            var start = DateOnly.FromDayNumber((int)day);
            var end = DateOnly.FromDayNumber((int)Math.Min(day + length, DateOnly.MaxValue.DayNumber));
            yield return new DoseSpan(start, end, HardUntil);
        }
    }

    /// <summary>The day on which the next step may begin.</summary>
    private DateOnly FollowedOn => Until != DateOnly.MaxValue ? Earlier(Until, HardUntil)
        : HardUntil != DateOnly.MaxValue ? HardUntil
        : Dosage.Timing?.Repeat is { } repeat && LengthOfCount(repeat) is { } length ? length.EndFrom(Start)
        : DateOnly.MaxValue;

    private static DoseStep At(Dosage dosage, DateOnly start, DateOnly anchor)
    {
        var repeat = dosage.Timing?.Repeat;
        var own = repeat?.Bounds?.Start ?? FirstEvent(dosage.Timing);
        var from = own ?? start;
        var until = repeat?.Bounds?.Length is { } length ? length.EndFrom(from) : DateOnly.MaxValue;
        return new DoseStep(dosage, from, until) { CycleStart = own ?? anchor };
    }

    private static DateOnly? FirstEvent(Timing? timing) =>
        timing is { Repeat: not null, Events.Count: > 0 } ? DateOnly.FromDateTime(timing.Events.Min()) : null;

    private static TimeLength? LengthOfCount(Repeat repeat) =>
        repeat is { Count: { } count, Period: { } period, PeriodUnit: { } unit }
            ? new TimeLength(period * Math.Ceiling(count / (decimal)Math.Max(1, repeat.Frequency ?? 1)), unit)
            : null;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>A stretch of days, <paramref name="Until"/> exclusive by its length, <paramref name="HardUntil"/> by its named last day.</summary>
internal readonly record struct DoseSpan(DateOnly Start, DateOnly Until, DateOnly HardUntil)
{
    /// <summary>The day after the last, whichever end comes first.</summary>
    public DateOnly End => Until < HardUntil ? Until : HardUntil;
}
