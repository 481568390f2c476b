using Assistant.Bot.Conversation;
using Assistant.Tests.Bot.Conversation;
using YamlDotNet.RepresentationModel;

namespace Assistant.Tests.Phrases;

public sealed class SampleSentencesTests
{
    public static TheoryData<string, string, string, string> Samples()
    {
        var samples = new TheoryData<string, string, string, string>();
        foreach (var path in Directory.EnumerateFiles(PhraseBook.FolderOfProgram, "*.samples.yaml", SearchOption.AllDirectories))
        {
            var language = Path.GetFileName(Path.GetDirectoryName(path) ?? "");
            var root = Read(path);
            foreach (var (intent, sentence) in Sentences(root, "samples"))
            {
                samples.Add(language, "", sentence, intent);
            }

            foreach (var (question, answers) in Entries(root, "awaiting"))
            {
                foreach (var (intent, sentence) in Sentences(answers))
                {
                    samples.Add(language, question, sentence, intent);
                }
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_sentence_means_what_it_stands_under(string language, string question, string sentence, string intent)
    {
        var understood = Recognition.Recognizer.Recognize(sentence, language, question.Length > 0 ? question : null);

        Assert.True(intent == understood.Intent, $"{sentence} -> {understood.Intent}: {string.Join("; ", understood.Trace)}");
    }

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

    private static IEnumerable<(string Intent, string Sentence)> Sentences(YamlMappingNode node, string section) =>
        Entries(node, section).SelectMany(entry => Sentences(entry.Name, entry.Value));

    private static IEnumerable<(string Intent, string Sentence)> Sentences(YamlNode node) =>
        ((YamlMappingNode)node).Children.SelectMany(entry => Sentences(((YamlScalarNode)entry.Key).Value ?? "", entry.Value));

    private static IEnumerable<(string Intent, string Sentence)> Sentences(string intent, YamlNode sentences) =>
        ((YamlSequenceNode)sentences).Select(sentence => (intent, ((YamlScalarNode)sentence).Value ?? ""));
}
