using System.Globalization;
using Assistant.Scheduling.Calendar;

namespace Assistant.Tests.Scheduling.Calendar;

public class QuietHoursTests
{
    private static readonly HomeTimeZone Amsterdam = HomeTimeZone.Of("Europe/Amsterdam");
    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    [Theory]
    [InlineData("21:59", false)]
    [InlineData("22:00", true)]
    [InlineData("00:00", true)]
    [InlineData("06:59", true)]
    [InlineData("07:00", false)]
    public void A_night_runs_across_midnight_and_its_end_is_no_longer_quiet(string time, bool quiet) =>
        Assert.Equal(quiet, Night.Contains(TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_afternoon_nap_stays_within_its_day()
    {
        var nap = new QuietHours(new TimeOnly(13, 0), new TimeOnly(14, 30));

        Assert.True(nap.Contains(new TimeOnly(14, 0)));
        Assert.False(nap.Contains(new TimeOnly(22, 0)));
        Assert.Equal(At("2026-06-02T12:30Z"), nap.EndAfter(At("2026-06-02T11:15Z"), Amsterdam));
    }

    [Fact]
    public void The_same_time_twice_is_no_quiet_at_all()
    {
        var none = new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0));

        Assert.False(none.Contains(new TimeOnly(8, 0)));
        Assert.False(none.Contains(At("2026-06-02T06:00Z"), Amsterdam));
        Assert.Equal(At("2026-06-02T06:00Z"), none.EndAfter(At("2026-06-02T06:00Z"), Amsterdam));
    }

    [Theory]
    // Ten o'clock in the evening to seven in the morning: 8, 9 and 10 hours by the stopwatch.
    [InlineData("2026-03-28T21:00Z", 8)]
    [InlineData("2026-06-01T20:00Z", 9)]
    [InlineData("2026-10-24T20:00Z", 10)]
    public void The_night_the_clocks_change_ends_at_the_same_clock_time(string begin, int hours)
    {
        Assert.Equal(At(begin).AddHours(hours), Night.EndAfter(At(begin), Amsterdam));
        Assert.True(Night.Contains(At(begin), Amsterdam));
        Assert.True(Night.Contains(At(begin).AddHours(hours).AddSeconds(-1), Amsterdam));
        Assert.False(Night.Contains(At(begin).AddHours(hours), Amsterdam));
        Assert.False(Night.Contains(At(begin).AddSeconds(-1), Amsterdam));
    }

    [Fact]
    public void An_end_that_comes_by_twice_counts_once()
    {
        var shortNight = new QuietHours(new TimeOnly(23, 0), new TimeOnly(2, 30));

        // 25 October 2026: 02:30 is 00:30Z and again 01:30Z.
        Assert.Equal(At("2026-10-25T00:30Z"), shortNight.EndAfter(At("2026-10-24T22:00Z"), Amsterdam));
        Assert.False(shortNight.Contains(At("2026-10-25T01:10Z"), Amsterdam));
        Assert.Equal(At("2026-10-25T01:10Z"), shortNight.EndAfter(At("2026-10-25T01:10Z"), Amsterdam));
    }

    [Fact]
    public void An_end_that_is_skipped_moves_with_the_clock()
    {
        var shortNight = new QuietHours(new TimeOnly(23, 0), new TimeOnly(2, 30));

        // 29 March 2026: 02:30 does not exist and is 03:30, 01:30Z.
        Assert.Equal(At("2026-03-29T01:30Z"), shortNight.EndAfter(At("2026-03-28T23:00Z"), Amsterdam));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
