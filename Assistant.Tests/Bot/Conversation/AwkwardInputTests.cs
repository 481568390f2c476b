using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Bot.Conversation;

public sealed class AwkwardInputTests
{
    public static TheoryData<string> Awkward() =>
    [
        "",
        "   ",
        "👍🏽👵🏻❤️",
        "مرحبا كيف حالك",
        "‮ik heb ze genomen‬",
        "\u0000\u0001\u0007\u001b[31m",
        "\ud800 half een paar \udc00",
        new string('a', 10_000),
        string.Join(' ', Enumerable.Repeat("ik heb mijn pillen genomen en", 350)),
        string.Concat(Enumerable.Repeat("(a+)+", 2_000)),
        string.Concat(Enumerable.Repeat("pil ", 2_500)),
        new string('\'', 10_000),
        new string(',', 10_000),
        string.Join(", ", Enumerable.Repeat("ja", 3_000)),
        "e\u0301\u0301\u0301\u0301\u0301 cafe\u0301",
        "Ich habe meine Tabletten genommen",
        "{what} <pillen> & !niet [..]",
    ];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Whatever_is_said_gets_an_answer(string text)
    {
        foreach (var language in Recognition.Phrases.Languages)
        {
            var understood = Recognition.Recognizer.Recognize(text, language, "medication.taken?");

            Assert.InRange(understood.Confidence, 0, 1);
            Assert.NotEmpty(understood.Intent);
        }
    }

    [Fact]
    public void Any_string_at_all_gets_an_answer()
    {
        var anything = Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(letters => new string(letters));

        Prop.ForAll(Arb.From(anything), text => Recognition.Recognizer.Recognize(text, "nl").Intent.Length > 0)
            .Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
    }

    [Fact]
    public void Any_heap_of_known_words_gets_an_answer()
    {
        var word = Gen.Elements(
            "ik", "heb", "mijn", "pillen", "niet", "genomen", "straks", "en", "gevallen", "nog", "wat", "is", "12", ",", "'k",
            "dokter", "om", "half", "acht", "wekker", "hoe", "laat", "gisteren", "pilen", "bel", "zegt", "er", "ze", "?");

        Prop.ForAll(Arb.From(word.ArrayOf()), words =>
            {
                var understood = Recognition.Recognizer.Recognize(string.Join(' ', words), "nl", "confirm?");
                return understood.Confidence is >= 0 and <= 1 && understood.Intent.Length > 0;
            })
            .Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
    }
}
