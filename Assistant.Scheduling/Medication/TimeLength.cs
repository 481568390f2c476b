namespace Assistant.Scheduling.Medication;

/// <summary>A length of time in the unit it was written in: "3 wk" stays three weeks, whatever the clocks do.</summary>
/// <remarks>Source: FHIR R4 Duration.</remarks>
public sealed record TimeLength(decimal Value, PeriodUnit Unit)
{
    /// <summary>The number of whole calendar days this fills, or null for months and years, which vary.</summary>
    /// <remarks>Unit: days, rounded up, at least 1: a course of 12 hours still occupies its day.</remarks>
    public int? Days => Elapsed is { } time ? Math.Max(1, (int)Math.Ceiling(time.TotalDays)) : null;

    /// <summary>The length as elapsed time, a day taken as 24 hours; null for months and years, which vary.</summary>
    public TimeSpan? Elapsed => HoursEach is { } hours && !IsAbsurd
        ? TimeSpan.FromTicks((long)(Value * hours * TimeSpan.TicksPerHour))
        : null;

    /// <summary>Longer than any plan in any unit; kept out of the arithmetic.</summary>
    private bool IsAbsurd => Value is > 1_000_000 or < -1_000_000;

    private decimal? HoursEach => Unit switch
    {
        PeriodUnit.Second => 1m / 3600,
        PeriodUnit.Minute => 1m / 60,
        PeriodUnit.Hour => 1,
        PeriodUnit.Day => 24,
        PeriodUnit.Week => 24 * 7,
        _ => null,
    };

    /// <summary>The first day after a stretch of this length that begins on <paramref name="start"/>.</summary>
    /// <remarks>A part of a month or year is rounded up; what lies beyond the calendar is its last day.</remarks>
    public DateOnly EndFrom(DateOnly start)
    {
        if (Days is { } days)
        {
            return days < DateOnly.MaxValue.DayNumber - start.DayNumber ? start.AddDays(days) : DateOnly.MaxValue;
        }
        if (IsAbsurd || Unit is not (PeriodUnit.Month or PeriodUnit.Year))
        {
            return DateOnly.MaxValue;
        }
        var months = Math.Ceiling(Unit == PeriodUnit.Year ? Value * 12 : Value);
        return months < 12 * (9999 - start.Year) ? start.AddMonths((int)months) : DateOnly.MaxValue;
    }
}
