namespace Assistant.Scheduling.Calendar;

/// <summary>One date as it is lived in one zone: 23, 24 or 25 hours long.</summary>
public readonly record struct LocalDay(DateOnly Date, HomeTimeZone Zone)
{
    /// <summary>The first instant of the day; midnight, or the end of the gap where midnight is skipped.</summary>
    public DateTimeOffset Start => At(TimeOnly.MinValue);

    /// <summary>The first instant of the next day: exclusive.</summary>
    public DateTimeOffset End => Next.Start;

    /// <summary>The day after, whatever its length.</summary>
    public LocalDay Next => PlusDays(1);

    /// <summary>The instant of a wall-clock time on this day (see <see cref="HomeTimeZone"/> for clock changes).</summary>
    public DateTimeOffset At(TimeOnly time) => Zone.At(Date, time);

    /// <summary>The day so many dates later; negative goes back.</summary>
    public LocalDay PlusDays(int days) => this with { Date = Date.AddDays(days) };
}
