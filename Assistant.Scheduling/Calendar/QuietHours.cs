namespace Assistant.Scheduling.Calendar;

/// <summary>The hours of a day in which somebody sleeps, by her own clock; may run across midnight.</summary>
/// <remarks>Shape: <paramref name="From"/> inclusive, <paramref name="Until"/> exclusive; equal ends mean no quiet hour at all.</remarks>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Whether the wall clock stands inside these hours.</summary>
    public bool Contains(TimeOnly time) => time.IsBetween(From, Until);

    /// <summary>Whether it is quiet at this instant in that zone.</summary>
    public bool Contains(DateTimeOffset instant, HomeTimeZone zone) => Contains(zone.TimeOf(instant));

    /// <summary>The first instant at or after <paramref name="now"/> that is not quiet.</summary>
    public DateTimeOffset EndAfter(DateTimeOffset now, HomeTimeZone zone)
    {
        if (!Contains(now, zone))
        {
            return now;
        }

        var today = zone.DayOf(now);
        var end = today.At(Until);
        return end > now ? end : today.Next.At(Until);
    }
}
