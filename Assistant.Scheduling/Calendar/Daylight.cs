namespace Assistant.Scheduling.Calendar;

/// <summary>When the sun rises and sets on one day at one place.</summary>
/// <remarks>
/// Good to about two minutes between the polar circles. Source: NOAA Global Monitoring Laboratory, General Solar
/// Position Calculations; 90.833° is half the sun's disc and the usual bending of its light below the horizon.
/// </remarks>
public readonly record struct Daylight(DateTimeOffset Sunrise, DateTimeOffset Sunset)
{
    private const double Horizon = 90.833;

    /// <summary>The daylight of this day; null where the sun stays up or away all day.</summary>
    /// <param name="day">The date at that place.</param>
    /// <param name="latitude">Unit: degrees, north positive.</param>
    /// <param name="longitude">Unit: degrees, east positive.</param>
    public static Daylight? Of(DateOnly day, double latitude, double longitude)
    {
        var year = 2 * Math.PI / 365 * (day.DayOfYear - 1);
        var declination = 0.006918 - (0.399912 * Math.Cos(year)) + (0.070257 * Math.Sin(year)) - (0.006758 * Math.Cos(2 * year))
            + (0.000907 * Math.Sin(2 * year)) - (0.002697 * Math.Cos(3 * year)) + (0.00148 * Math.Sin(3 * year));
        var equationOfTime = 229.18 * (0.000075 + (0.001868 * Math.Cos(year)) - (0.032077 * Math.Sin(year))
            - (0.014615 * Math.Cos(2 * year)) - (0.040849 * Math.Sin(2 * year)));
        var north = double.DegreesToRadians(latitude);
        var cosine = (Math.Cos(double.DegreesToRadians(Horizon)) / (Math.Cos(north) * Math.Cos(declination)))
            - (Math.Tan(north) * Math.Tan(declination));
        if (Math.Abs(cosine) > 1)
        {
            return null;
        }

        // Minutes after midnight UTC of this date; the earth turns a degree in four.
        var noon = 720 - (4 * longitude) - equationOfTime;
        var half = 4 * double.RadiansToDegrees(Math.Acos(cosine));
        return new Daylight(At(noon - half), At(noon + half));

        DateTimeOffset At(double minutes) =>
            new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(Math.Round(minutes));
    }
}
