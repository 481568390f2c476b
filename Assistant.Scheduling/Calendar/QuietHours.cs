namespace Assistant.Scheduling.Calendar;

/// <summary>The hours of a day in which somebody sleeps, by her own clock; may run across midnight.</summary>
/// <remarks>
/// Shape: <paramref name="From"/> inclusive, <paramref name="Until"/> exclusive; equal ends mean no quiet hour at all.
/// The night the clocks change lasts an hour more or less; an end that comes by twice counts the first time.
/// </remarks>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether the wall clock stands inside these hours.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>Whether it is quiet at this instant in that zone.</summary>
    public bool Contains(DateTimeOffset instant, HomeTimeZone zone) => EndAfter(instant, zone) > instant;

    /// <summary>The first instant at or after <paramref name="now"/> that is not quiet.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset now, HomeTimeZone zone)
    {
        var today = zone.DayOf(now);
        return EndOf(today.PlusDays(-1), now) ?? EndOf(today, now) ?? now;
    }

    /// <summary>When the quiet hours that begin on this day end, if they hold this instant.</summary>
    private DateTimeOffset? EndOf(LocalDay day, DateTimeOffset now)
    {
        var end = (Until < From ? day.Next : day).At(Until);
        return day.At(From) <= now && now < end ? end : null;
    }
}
