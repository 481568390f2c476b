namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class SpokenNumberTests
{
    [Theory]
    [InlineData("over tweeëntwintig minuten", "2026-03-10T10:22")]
    [InlineData("over twee en twintig minuten", "2026-03-10T10:22")]
    [InlineData("over honderdtwintig minuten", "2026-03-10T12:00")]
    [InlineData("over acht en een half uur", "2026-03-10T18:30")]
    [InlineData("op eenendertig december", "2026-12-31")]
    [InlineData("de eenendertigste van december", "2026-12-31")]
    [InlineData("vijf mei negentienhonderdvijfenveertig", "1945-05-05")]
    public void Dutch_numbers_stand_alone_together_or_split(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("in twenty two minutes", "2026-03-10T10:22")]
    [InlineData("in twenty-two minutes", "2026-03-10T10:22")]
    [InlineData("in a hundred and twenty minutes", "2026-03-10T12:00")]
    [InlineData("may eighth nineteen forty five", "1945-05-08")]
    [InlineData("the twenty third of june", "2026-06-23")]
    public void English_numbers_follow_their_own_order(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(text, language: "en"));
}
