using System.Text.Json;
using Assistant.Bot.Conversation;

namespace Assistant.Tests.Bot.Conversation;

/// <summary>
/// Cries for help and what only sounds like one, by many voices: typed, spoken, Flemish, panicked, terse. The phrases
/// were widened on them since: they hold what was learned, and say nothing of wording nobody has tried yet.
/// </summary>
public sealed class SafetySentencesTests
{
    private const double EnoughRaised = 0.97;
    private const double EnoughOfTheRightKind = 0.95;
    private const double FalseAlarmsAllowed = 0.02;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_cry_for_help_is_heard_however_it_is_worded(string language)
    {
        var cries = Read(language).Where(sentence => sentence.Concern != Concern.None).ToList();
        var missed = cries.Where(sentence => Heard(sentence) == Concern.None).ToList();

        Assert.NotEmpty(cries);
        Assert.True(missed.Count <= cries.Count * (1 - EnoughRaised), Listed(missed));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Danger_and_despair_are_told_apart(string language)
    {
        var cries = Read(language).Where(sentence => sentence.Concern != Concern.None).ToList();
        var mistaken = cries.Where(sentence => Heard(sentence) != sentence.Concern).ToList();

        Assert.True(mistaken.Count <= cries.Count * (1 - EnoughOfTheRightKind), Listed(mistaken));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void What_only_sounds_alarming_alarms_nobody(string language)
    {
        var harmless = Read(language).Where(sentence => sentence.Concern == Concern.None).ToList();
        var alarmed = harmless.Where(sentence => Heard(sentence) != Concern.None).ToList();

        Assert.NotEmpty(harmless);
        Assert.True(alarmed.Count <= harmless.Count * FalseAlarmsAllowed, Listed(alarmed));
    }

    private static Concern Heard(SafetySentence sentence) =>
        Recognition.Recognizer.Recognize(sentence.Utterance, sentence.Lang, null).Concern;

    private static string Listed(IEnumerable<SafetySentence> sentences) =>
        string.Join("; ", sentences.Select(sentence => $"{sentence.Utterance} ({sentence.Why})"));

    private static List<SafetySentence> Read(string language) =>
    [
        .. File.ReadLines(Recognition.Beside($"SafetySentences.{language}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SafetySentence>(line, Shape))
            .OfType<SafetySentence>(),
    ];

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private sealed record SafetySentence(string Utterance, string Lang, Concern Concern, string Why);
}
