using System.Globalization;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Tests.Bot.Conversation.Times;

/// <summary>The nights of 29 March and 25 October 2026, when the clocks in Amsterdam change.</summary>
public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("over twee uur", "2026-03-29T01:30", "2026-03-29T04:30:00+02:00")]
    [InlineData("over twee uur", "2026-10-25T01:30", "2026-10-25T02:30:00+01:00")]
    [InlineData("drie uur geleden", "2026-03-29T05:00", "2026-03-29T01:00:00+01:00")]
    public void Elapsed_hours_are_real_hours(string text, string now, string expected) =>
        Assert.Equal(expected, Start(text, now));

    [Theory]
    [InlineData("over twee dagen", "2026-03-28T09:00", "2026-03-30T00:00:00+02:00")]
    [InlineData("morgen om half acht", "2026-03-28T09:00", "2026-03-29T07:30:00+02:00")]
    [InlineData("morgen om half acht", "2026-10-24T09:00", "2026-10-25T07:30:00+01:00")]
    public void Days_keep_the_wall_clock(string text, string now, string expected) =>
        Assert.Equal(expected, Start(text, now));

    [Fact]
    public void A_skipped_time_moves_past_the_gap() =>
        Assert.Equal("2026-03-29T03:30:00+02:00", Start("morgen om 2:30 uur", "2026-03-28T09:00"));

    [Fact]
    public void Of_a_repeated_time_the_first_is_meant() =>
        Assert.Equal("2026-10-25T02:30:00+02:00", Start("morgen om 2:30 uur", "2026-10-24T09:00"));

    [Fact]
    public void Now_in_the_repeated_hour_is_this_very_moment()
    {
        var now = DateTimeOffset.Parse("2026-10-25T02:10:00+01:00", CultureInfo.InvariantCulture);
        var mention = Assert.Single(Reading.Reader.Read("over tien minuten", new TimeContext(now, Reading.Amsterdam, "nl")));
        Assert.Equal(now.AddMinutes(10), mention.Start);
        Assert.Equal(TimeSpan.FromHours(1), mention.Start?.Offset);
    }

    [Fact]
    public void A_day_of_23_hours_is_that_long()
    {
        var mention = Assert.Single(Reading.Mentions("volgende week", "2026-03-18T09:00"));
        Assert.Equal(TimeSpan.FromHours((7 * 24) - 1), mention.End - mention.Start);
    }

    private static string Start(string text, string now) =>
        Assert.Single(Reading.Mentions(text, now)).Start?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";
}
