namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class LikelyHourTests
{
    [Theory]
    [InlineData("om zeven uur", "2026-03-10T06:00", "2026-03-10T07:00")]
    [InlineData("om zeven uur", "2026-03-10T10:00", "2026-03-10T19:00")]
    [InlineData("om zeven uur", "2026-03-10T20:00", "2026-03-11T07:00")]
    [InlineData("om drie uur", "2026-03-10T20:00", "2026-03-11T15:00")]
    [InlineData("om drie uur", "2026-03-10T01:00", "2026-03-10T03:00")]
    [InlineData("om elf uur", "2026-03-10T13:00", "2026-03-11T11:00")]
    [InlineData("om elf uur", "2026-03-10T21:00", "2026-03-10T23:00")]
    [InlineData("om 8:00", "2026-03-10T10:00", "2026-03-11T08:00")]
    public void The_future_and_the_waking_day_come_first(string text, string now, string expected) =>
        Assert.Equal(expected, Reading.Of(text, now));

    [Theory]
    [InlineData("morgen om drie uur", "2026-03-11T15:00")]
    [InlineData("morgen om acht uur", "2026-03-11T08:00")]
    [InlineData("vanavond om acht uur", "2026-03-10T20:00")]
    [InlineData("vandaag om negen uur", "2026-03-10T21:00")]
    [InlineData("vanavond om twaalf uur", "2026-03-11T00:00")]
    [InlineData("om twaalf uur 's nachts", "2026-03-11T00:00")]
    public void A_named_day_or_part_of_it_chooses_the_half(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("at 3:30", "2026-03-10T04:00", "2026-03-10T15:30")]
    [InlineData("between 5 and 6 pm", "2026-03-10T10:00", "2026-03-10T17:00 / 2026-03-10T18:00")]
    [InlineData("from 10 to 2 pm tomorrow", "2026-03-10T10:00", "2026-03-11T10:00 / 2026-03-11T14:00")]
    public void English_clocks_have_twelve_hours(string text, string now, string expected) =>
        Assert.Equal(expected, Reading.Of(text, now, "en"));

    [Fact]
    public void Said_in_the_night_the_night_goes_on()
    {
        Assert.Equal("2026-03-10T03:00", Reading.Of("vannacht om 3 uur", "2026-03-10T01:00"));
        Assert.Equal("2026-03-11T03:00", Reading.Of("vannacht om 3 uur", "2026-03-10T21:00"));
    }
}
