using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Phrasing;
using Assistant.Tests.Bot.Conversation;
using Assistant.Tests.Town;
using YamlDotNet.RepresentationModel;

namespace Assistant.Tests.Phrases;

public sealed class SampleSentencesTests
{
    /// <summary>The quick suite asks one in so many; the full suite all.</summary>
    private static readonly int Every = Suite.IsFull ? 1 : 5;

    /// <summary>
    /// The samples were learned from, so this says what they could not teach, not what new wording comes to. Who learns
    /// without relying on single words knows fewer by heart, and understands more that is new.
    /// </summary>
    private const double EnoughLearned = 0.96;

    /// <summary>The same of cries for help; some are kept although they are not heard yet.</summary>
    private const double EnoughHeard = 0.95;

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_sample_sentence_means_what_it_stands_under(string language)
    {
        var samples = Samples(language);
        var wrong = samples.Where(sample => Understood(sample, language).Intent != sample.Intent).ToList();

        Assert.True(wrong.Count <= samples.Count * (1 - EnoughLearned), $"{wrong.Count} of {samples.Count}: {Listed(wrong)}");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void A_cry_for_help_among_the_samples_is_heard(string language)
    {
        var cries = Samples(language).Where(sample => sample.Intent.StartsWith("safety.", StringComparison.Ordinal)).ToList();
        var lost = cries.Where(cry => Understood(cry, language).Concern == Concern.None).ToList();

        Assert.True(lost.Count <= cries.Count * (1 - EnoughHeard), $"{lost.Count} of {cries.Count}: {Listed(lost)}");
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void No_sample_that_means_something_else_is_written_down_as_taken(string language)
    {
        var wrong = Samples(language).Where(sample => sample.Intent != "medication.taken" && IsTaken(Understood(sample, language)));

        Assert.Empty(wrong.Select(sample => sample.Text));
    }

    private static bool IsTaken(Understanding understood) =>
        understood is { Intent: "medication.taken", Confidence: >= IntentRecognizer.AskBelow };

    private static Understanding Understood(SampleSentence sample, string language) =>
        Recognition.Recognizer.Recognize(sample.Text, language, sample.Awaiting);

    private static List<SampleSentence> Samples(string language) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(PhraseBook.FolderOfProgram, language), "*.samples.yaml")
            .Where(path => !Path.GetFileName(path).StartsWith("times.", StringComparison.Ordinal))
            .SelectMany(SampleFile.Read).Where((_, index) => index % Every == 0),
    ];

    private static string Listed(IEnumerable<SampleSentence> samples) =>
        string.Join("; ", samples.Select(sample => $"{sample.Text} [{sample.Awaiting}] is {sample.Intent}"));

    [Theory]
    [InlineData(".samples.yaml", "samples")]
    [InlineData(".yaml", "intents")]
    public void What_Dutch_understands_English_understands_too(string ending, string section)
    {
        Assert.Equal(Intents("nl", ending, section), Intents("en", ending, section));
    }

    private static SortedSet<string> Intents(string language, string ending, string section) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(PhraseBook.FolderOfProgram, language), "*" + ending)
            .Select(Read)
            .SelectMany(root => Entries(root, section))
            .Select(entry => entry.Name),
    ];

    private static YamlMappingNode Read(string path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(path);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static IEnumerable<(string Name, YamlNode Value)> Entries(YamlMappingNode node, string section) =>
        node.Children.TryGetValue(section, out var found) && found is YamlMappingNode mapping
            ? mapping.Children.Select(entry => (((YamlScalarNode)entry.Key).Value ?? "", entry.Value))
            : [];
}
