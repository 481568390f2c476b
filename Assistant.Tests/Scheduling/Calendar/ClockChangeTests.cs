using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Tests.Scheduling.Calendar;

/// <summary>The nights of 28 March and 24 October 2026 in Belgium and the Netherlands.</summary>
public class ClockChangeTests
{
    private static readonly HomeTimeZone Brussels = HomeTimeZone.Of("Europe/Brussels");

    [Theory]
    // The last minute before the gap, its first and last minute, and the first after it.
    [InlineData("2026-03-29 01:59", "2026-03-29 00:59")]
    [InlineData("2026-03-29 02:00", "2026-03-29 01:00")]
    [InlineData("2026-03-29 02:59", "2026-03-29 01:59")]
    [InlineData("2026-03-29 03:00", "2026-03-29 01:00")]
    // The hour that comes twice is the first time.
    [InlineData("2026-10-25 01:59", "2026-10-24 23:59")]
    [InlineData("2026-10-25 02:00", "2026-10-25 00:00")]
    [InlineData("2026-10-25 02:59", "2026-10-25 00:59")]
    [InlineData("2026-10-25 03:00", "2026-10-25 02:00")]
    public void A_clock_time_is_one_instant(string local, string utc) =>
        Assert.Equal(At(utc), Brussels.At(Local(local)));

    [Theory]
    [InlineData("2026-03-29 00:59", "2026-03-29 01:59")]
    [InlineData("2026-03-29 01:00", "2026-03-29 03:00")]
    [InlineData("2026-10-25 00:30", "2026-10-25 02:30")]
    [InlineData("2026-10-25 01:30", "2026-10-25 02:30")]
    public void An_instant_shows_one_clock_time(string utc, string local) =>
        Assert.Equal(Local(local), Brussels.LocalOf(At(utc)));

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-07-01", 24)]
    public void A_day_is_as_long_as_it_is_lived(string date, int hours)
    {
        var day = new LocalDay(DateOnly.Parse(date, CultureInfo.InvariantCulture), Brussels);

        Assert.Equal(hours, (day.End - day.Start).TotalHours);
    }

    [Fact]
    public void The_same_time_tomorrow_is_by_the_clock_and_twelve_hours_later_by_the_stopwatch()
    {
        var evening = Local("2026-10-24 19:00");

        Assert.Equal(25, (Brussels.At(evening.AddDays(1)) - Brussels.At(evening)).TotalHours);
        Assert.Equal(Local("2026-10-25 06:00"), Brussels.LocalOf(Brussels.At(evening).AddHours(12)));
    }

    [Fact]
    public void Every_eight_hours_by_the_stopwatch_moves_along_the_clock()
    {
        var first = Brussels.At(Local("2026-03-28 07:00"));

        Assert.Equal(
            ["28 07:00", "28 15:00", "28 23:00", "29 08:00", "29 16:00"],
            Enumerable.Range(0, 5).Select(i => Brussels.LocalOf(first.AddHours(8 * i)).ToString("dd HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("02:30", "2026-03-28")]
    [InlineData("02:30", "2026-10-24")]
    [InlineData("00:00", "2026-10-24")]
    [InlineData("23:59", "2026-03-28")]
    public void Every_day_at_a_time_is_once_a_day_whatever_the_clocks_do(string time, string from)
    {
        var start = Local($"{from} {time}");
        var instants = Recurrence.Daily.From(start).Take(4).Select(Brussels.At).ToList();

        Assert.Equal(4, instants.Select(Brussels.DayOf).Distinct().Count());
        Assert.Equal(instants, instants.Distinct().Order());
        Assert.All(instants.Zip(instants.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalHours, 23, 25));
    }

    private static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string utc) => new(Local(utc), TimeSpan.Zero);
}
