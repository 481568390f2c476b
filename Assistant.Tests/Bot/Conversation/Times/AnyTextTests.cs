using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Bot.Conversation.Times;

public sealed class AnyTextTests
{
    private static readonly string[] languages = ["nl", "en"];

    private static readonly string[] pieces =
    [
        "morgen", "om", "half", "acht", "een", "twee", "tien", "voor", "over", "elke", "dag", "tot", "van", "2026", "12", "31",
        "-", "/", ".", ":", ",", "'s", "avonds", "mei", "uur", "u", "maandag", "week", "volgende", "laatste", "999999999",
        "every", "to", "at", "first", "of", "may", "next", "two", "hundred", "thousand", "pm", "year", "ago", "easter", "~", "(",
        "\u202e", "\ud83d\ude00", "\ud83d", "\u0000", "é", "\u0301", "ﬁ", "İ", "١٢", "今天", "",
    ];

    [Fact]
    public void Any_text_has_an_answer_whose_spans_lie_inside_it() => Prop
        .ForAll(ArbMap.Default.ArbFor<string>(), text => IsSound(text ?? ""))
        .Check(Settings(400));

    [Fact]
    public void Any_heap_of_time_words_has_an_answer() => Prop
        .ForAll(
            Gen.ListOf(Gen.Elements(pieces)).Select(words => string.Join(words.Count % 3 == 0 ? "" : " ", words)).ToArbitrary(),
            IsSound)
        .Check(Settings(600));

    [Theory]
    [InlineData("een ")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("twee en ")]
    [InlineData("maandag om 8 uur tot dinsdag ")]
    [InlineData("one hundred thousand and ")]
    [InlineData("every first monday of may to ")]
    [InlineData("\ud83d\ude00")]
    [InlineData("((((")]
    [InlineData("a")]
    public void Ten_thousand_characters_are_answered_at_once(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, (10_000 / piece.Length) + 1).ToString(0, 10_000);
        foreach (var language in languages)
        {
            // 50 ms is promised; on a shared machine the quickest of several tells what the reading itself costs.
            var quickest = Enumerable.Range(0, 6).Min(_ => Reads(text, language));
            Assert.True(quickest < TimeSpan.FromMilliseconds(200), $"{piece} {language}: {quickest}");
        }
    }

    private static TimeSpan Reads(string text, string language)
    {
        var began = Stopwatch.GetTimestamp();
        _ = Reading.Mentions(text, language: language);
        return Stopwatch.GetElapsedTime(began);
    }

    private static bool IsSound(string text) => languages.All(language =>
        Reading.Mentions(text, language: language).All(mention =>
            mention.SpanStart >= 0 && mention.SpanLength > 0 && mention.SpanStart + mention.SpanLength <= text.Length));

    private static Config Settings(int runs) =>
        Config.QuickThrowOnFailure.WithMaxTest(runs).WithReplay(new Replay(new Rnd(17UL, 3UL), null));
}
