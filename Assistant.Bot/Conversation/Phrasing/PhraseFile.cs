using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>
/// One file of <c>Phrases/&lt;language&gt;/</c>. This room reads <c>lists</c> and <c>intents</c>; other keys, such as
/// <c>says</c>, belong to those who answer.
/// </summary>
internal sealed class PhraseFile
{
    private readonly YamlMappingNode root;

    private PhraseFile(string path, YamlMappingNode root)
    {
        Path = path;
        this.root = root;
    }

    public string Path { get; }

    /// <exception cref="FormatException">The file is not YAML of the expected shape; says where.</exception>
    public static PhraseFile Read(string path)
    {
        try
        {
            var yaml = new YamlStream();
            using var reader = File.OpenText(path);
            yaml.Load(reader);
            return new PhraseFile(path, yaml.Documents.Count > 0 ? (YamlMappingNode)yaml.Documents[0].RootNode : []);
        }
        catch (Exception fault) when (fault is YamlException or InvalidCastException)
        {
            throw new FormatException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>The entries of a section, each with its texts: one, or a list of them.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Texts)> Section(string name) =>
        Entries(root, name).Select(entry => (entry.Name, Texts(entry.Value)));

    /// <summary>The texts right under a key, such as the fillers of a language.</summary>
    public IReadOnlyList<string> List(string name) =>
        root.Children.TryGetValue(name, out var node) ? Texts(node) : [];

    /// <summary>The single words of every key: <c>fruit: apple pear</c>.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Words)> WordLists() => root.Children.Select(
        entry => (((YamlScalarNode)entry.Key).Value ?? "", (IReadOnlyList<string>)[.. Texts(entry.Value).SelectMany(Split)]));

    /// <summary>A text of single words, apart.</summary>
    public static string[] Split(string words) => words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the file says about each intent.</summary>
    public IEnumerable<IntentPhrases> Intents() => Entries(root, "intents").Select(entry =>
    {
        var intent = entry.Value as YamlMappingNode ?? throw new FormatException($"{Path}: {entry.Name} has no sentences.");
        return new IntentPhrases(
            entry.Name,
            intent.Children.TryGetValue("sentences", out var sentences) ? Texts(sentences) : [],
            [.. Entries(intent, "awaiting").Select(answer => (answer.Name, Texts(answer.Value)))],
            intent.Children.TryGetValue("slots", out var slots) ? Texts(slots) : [],
            intent.Children.TryGetValue("never", out var never) ? Texts(never) : []);
    });

    private static IEnumerable<(string Name, YamlNode Value)> Entries(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(name, out var section) && section is YamlMappingNode mapping
            ? mapping.Children.Select(entry => (((YamlScalarNode)entry.Key).Value ?? "", entry.Value))
            : [];

    /// <summary>A single text may hold many words: it is split at spaces only where the reader of the list does so.</summary>
    private static IReadOnlyList<string> Texts(YamlNode node) => node switch
    {
        YamlSequenceNode sequence => [.. sequence.Children.Select(child => ((YamlScalarNode)child).Value ?? "")],
        YamlScalarNode { Value: { Length: > 0 } value } => [value],
        _ => [],
    };
}

/// <summary>The sentences of one intent.</summary>
/// <param name="Intent">Its name, such as <c>medication.taken</c>.</param>
/// <param name="Sentences">Templates that can be said at any time.</param>
/// <param name="Awaiting">Templates that answer an open question, by its name.</param>
/// <param name="Slots">Templates that find the slots wherever they stand in the sentence.</param>
/// <param name="Never">Notions beside which it is never meant, unless a template says so: "yesterday" beside "taken".</param>
internal sealed record IntentPhrases(
    string Intent,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<(string Question, IReadOnlyList<string> Sentences)> Awaiting,
    IReadOnlyList<string> Slots,
    IReadOnlyList<string> Never);
