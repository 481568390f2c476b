using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Tests.Scheduling.Calendar;

public sealed class DaylightTests
{
    private static readonly HomeTimeZone Amsterdam = HomeTimeZone.Of("Europe/Amsterdam");

    // By the almanac for Amsterdam (52.37 N, 4.90 E) and Brussels (50.85 N, 4.35 E), whole minutes.
    [Theory]
    [InlineData("2026-06-21", 52.37, 4.90, "05:18", "22:06")]
    [InlineData("2026-12-21", 52.37, 4.90, "08:48", "16:29")]
    [InlineData("2026-03-20", 52.37, 4.90, "06:43", "18:52")]
    [InlineData("2026-06-21", 50.85, 4.35, "05:29", "22:00")]
    [InlineData("2026-12-21", 50.85, 4.35, "08:42", "16:39")]
    public void The_sun_rises_and_sets_as_the_almanac_has_it(string date, double north, double east, string rise, string set)
    {
        var day = DateOnly.Parse(date, CultureInfo.InvariantCulture);
        var light = Daylight.Of(day, north, east);

        Assert.NotNull(light);
        AssertNear(rise, Amsterdam.TimeOf(light.Value.Sunrise));
        AssertNear(set, Amsterdam.TimeOf(light.Value.Sunset));
    }

    [Fact]
    public void Beyond_the_polar_circle_the_sun_may_stay_up_or_away()
    {
        Assert.Null(Daylight.Of(new DateOnly(2026, 6, 21), 78.2, 15.6));
        Assert.Null(Daylight.Of(new DateOnly(2026, 12, 21), 78.2, 15.6));
    }

    private static void AssertNear(string almanac, TimeOnly found) =>
        Assert.InRange((found.ToTimeSpan() - TimeSpan.Parse(almanac, CultureInfo.InvariantCulture)).TotalMinutes, -3, 3);
}
