namespace Assistant.Scheduling.Medication;

/// <summary>When doses recur, in FHIR's own words.</summary>
/// <remarks>
/// Source: FHIR R4 Timing.repeat and its invariants tim-1 to tim-10. "3 per 1 d" is three moments of the day, "1 per
/// 8 h" is every eight hours by the instant. A range (the Max of anything) is planned at its least: fewest doses,
/// longest interval; a person decides about more. Days of the week filter; times and moments replace the spread.
/// </remarks>
public sealed record Repeat
{
    /// <summary>The stretch in which it holds.</summary>
    public Bounds? Bounds { get; init; }

    /// <summary>The number of doses in all.</summary>
    public int? Count { get; init; }

    /// <summary>The most doses in all, where the number is a range.</summary>
    public int? CountMax { get; init; }

    /// <summary>How long taking one dose lasts (an infusion, a patch); told, never scheduled.</summary>
    public TimeLength? Duration { get; init; }

    /// <summary>The longest that taking one dose lasts.</summary>
    public TimeLength? DurationMax { get; init; }

    /// <summary>Doses per period; absent means once.</summary>
    public int? Frequency { get; init; }

    /// <summary>The most doses per period.</summary>
    public int? FrequencyMax { get; init; }

    /// <summary>The length of the period, in <see cref="PeriodUnit"/>.</summary>
    public decimal? Period { get; init; }

    /// <summary>The longest period, in <see cref="PeriodUnit"/>.</summary>
    public decimal? PeriodMax { get; init; }

    /// <summary>The unit of the period.</summary>
    public PeriodUnit? PeriodUnit { get; init; }

    /// <summary>Only on these days.</summary>
    public IReadOnlyList<DayOfWeek> DaysOfWeek { get; init; } = [];

    /// <summary>At these times of the wall clock.</summary>
    public IReadOnlyList<TimeOnly> TimesOfDay { get; init; } = [];

    /// <summary>At these moments of the person's own day.</summary>
    public IReadOnlyList<EventTiming> When { get; init; } = [];

    /// <summary>So long before or after the moment: before with AC, otherwise after.</summary>
    /// <remarks>Unit in FHIR: minutes. Default for AC and PC: <see cref="DayHours"/>.</remarks>
    public TimeSpan? Offset { get; init; }

    /// <summary>Time-critical: the times must be kept to within half an hour.</summary>
    /// <remarks>Source: FHIR extension timing-exact (MP9 "tijden exact aanhouden"); ISMP acute care guideline, 30 min.</remarks>
    public bool Exact { get; init; }

    /// <summary>An interval in hours is kept only between waking and bedtime, starting afresh each morning.</summary>
    public bool WakingHours { get; init; }

    /// <summary>The plan of all steps starts anew every so many days; days without a step are days off.</summary>
    /// <remarks>Unit: calendar days. 21 days on, 7 off: length 21 d, cycle 28. Source: MP9 cyclical schedule.</remarks>
    public int? CycleDays { get; init; }
}
