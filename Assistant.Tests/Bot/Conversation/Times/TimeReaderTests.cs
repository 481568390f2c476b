using System.Globalization;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class TimeReaderTests
{
    [Fact]
    public void The_span_holds_the_time_words_and_nothing_else()
    {
        const string sentence = "Herinner me mórgen  om half acht, aan mijn pillen.";
        var mention = Assert.Single(Reading.Mentions(sentence));
        Assert.Equal("mórgen  om half acht", sentence.Substring(mention.SpanStart, mention.SpanLength));
    }

    [Fact]
    public void Two_times_are_two_mentions_in_the_order_of_the_sentence()
    {
        var mentions = Reading.Mentions("dinsdag kom ik niet, maar vrijdag om drie uur wel");
        Assert.Equal(["2026-03-17", "2026-03-13T15:00"], mentions.Select(Reading.Write));
    }

    [Fact]
    public void A_mention_tells_which_rules_made_it() =>
        Assert.Equal(
            "moment.same moment.day-clock day.relative clock.before-half",
            Assert.Single(Reading.Mentions("morgen half acht")).Rule);

    [Theory]
    [InlineData("morgenochtend", "2026-03-11T08:00")]
    [InlineData("vanmiddag", "2026-03-10T15:00")]
    [InlineData("vrijdagavond", "2026-03-13T18:00")]
    public void A_part_of_the_day_has_the_hour_that_a_reminder_takes(string text, string usual) =>
        Assert.Equal(usual, Assert.Single(Reading.Mentions(text)).Usual?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("dinsdga", "2026-03-17")]
    [InlineData("overmorgn", "2026-03-12")]
    [InlineData("woendsag", "2026-03-11")]
    [InlineData("vandaan", "")]
    [InlineData("zondaar", "")]
    public void One_slip_in_a_long_word_is_forgiven_unless_it_is_a_word(string text, string expected) =>
        Assert.Equal(expected, Reading.Of(text));

    [Fact]
    public void An_unknown_language_has_no_times() =>
        Assert.Empty(Reading.Reader.Read("morgen om acht uur", Reading.ContextAt("2026-03-10T10:00", "xx")));

    [Fact]
    public void A_past_and_a_coming_weekday_are_told_apart()
    {
        Assert.Equal("2026-03-13", Reading.Of("vrijdag"));
        Assert.Equal("2026-03-13", Reading.Of("komende vrijdag"));
        Assert.Equal("2026-03-20", Reading.Of("volgende vrijdag"));
        Assert.Equal("2026-03-06", Reading.Of("afgelopen vrijdag"));
    }
}
