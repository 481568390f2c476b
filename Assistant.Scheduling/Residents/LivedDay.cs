using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Residents;

/// <summary>The day that somebody lives: after midnight it is still the old one, until <see cref="Resident.DayBegins"/>.</summary>
public static class LivedDay
{
    /// <summary>The lived day of this moment, on this clock.</summary>
    public static LocalDay Of(HomeTimeZone zone, DateTimeOffset now)
    {
        var day = zone.DayOf(now);
        return now < day.At(Resident.DayBegins) ? day.PlusDays(-1) : day;
    }
}
