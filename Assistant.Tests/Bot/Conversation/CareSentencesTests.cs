using System.Text.Json;

namespace Assistant.Tests.Bot.Conversation;

/// <summary>
/// Sentences as older people say them, worded apart from the phrases: typed, spoken, Flemish, misheard, terse, with traps
/// of negation and tense. They measure what generalises; no phrase is copied from them.
/// </summary>
public sealed class CareSentencesTests
{
    private const double EnoughUnderstood = 0.95;

    [Theory]
    [InlineData("nl", 600)]
    [InlineData("en", 200)]
    public void Care_sentences_are_understood(string language, int atLeast)
    {
        var cases = Read(language);
        var wrong = cases.Where(sentence => Understood(sentence).Intent != sentence.Label).ToList();

        Assert.True(cases.Count >= atLeast);
        Assert.True(
            wrong.Count <= cases.Count * (1 - EnoughUnderstood),
            $"{wrong.Count} of {cases.Count}: {string.Join("; ", wrong.Select(sentence => sentence.Utterance))}");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void No_sign_of_danger_is_missed(string language)
    {
        var missed = Read(language).Where(sentence => sentence.Concern != "none" && Concern(sentence) == "none");

        Assert.Empty(missed.Select(sentence => sentence.Utterance));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_figure_of_speech_alarms_nobody(string language)
    {
        var alarmed = Read(language).Where(sentence => sentence.Concern == "none" && Concern(sentence) != "none").ToList();

        Assert.True(alarmed.Count <= 2, string.Join("; ", alarmed.Select(sentence => sentence.Utterance)));
    }

    private static Assistant.Bot.Conversation.Understanding Understood(CareSentence sentence) =>
        Recognition.Recognizer.Recognize(sentence.Utterance, sentence.Lang, sentence.Awaiting);

    private static string Concern(CareSentence sentence) => Understood(sentence).Concern.ToString().ToLowerInvariant();

    private static List<CareSentence> Read(string language) =>
    [
        .. File.ReadLines(Recognition.Beside($"CareSentences.{language}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<CareSentence>(line, JsonSerializerOptions.Web))
            .OfType<CareSentence>(),
    ];

    private sealed record CareSentence(string Utterance, string Lang, string Label, string? Awaiting, string Concern);
}
