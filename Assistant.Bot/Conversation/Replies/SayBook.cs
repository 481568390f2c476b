using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>One way to say something: for the eye and, where they differ, for the ear.</summary>
internal sealed record Phrase(string Text, string? Speak);

/// <summary>Everything the assistant can say in one language.</summary>
internal sealed record SayPage(
    IReadOnlyDictionary<string, IReadOnlyList<Phrase>> Says, IReadOnlyDictionary<string, string> Choices);

/// <summary>Everything the assistant can say, read from <c>Phrases/&lt;language&gt;/says/*.yaml</c>.</summary>
internal sealed class SayBook
{
    private readonly Dictionary<string, SayPage> pages;

    private SayBook(Dictionary<string, SayPage> pages) => this.pages = pages;

    /// <summary>The languages it can speak. Shape: BCP 47.</summary>
    public IReadOnlyCollection<string> Languages => pages.Keys;

    /// <param name="folder">The folder that holds a folder for each language.</param>
    /// <exception cref="FormatException">A file is not well formed, or a key is there twice; says which.</exception>
    public static SayBook Load(string folder) => new(
        Directory.EnumerateDirectories(folder)
            .Select(language => (Name: Path.GetFileName(language), Says: Path.Combine(language, "says")))
            .Where(language => Directory.Exists(language.Says))
            .ToDictionary(language => language.Name, language => SayFile.ReadAll(language.Says)));

    /// <summary>The page of this language, or of the language it is a variant of; Dutch where there is none.</summary>
    public SayPage In(string language) =>
        pages.GetValueOrDefault(language) ?? pages.GetValueOrDefault(language.Split('-')[0]) ?? pages["nl"];
}

/// <summary>The shape of one file of replies.</summary>
internal sealed class SayFile
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Say-key to its variants; a variant is a text, or a text with what to speak instead.</summary>
    public Dictionary<string, List<object>> Says { get; set; } = [];

    /// <summary>Choice to the words on its button, at most 20 characters.</summary>
    public Dictionary<string, string> Choices { get; set; } = [];

    public static SayPage ReadAll(string folder)
    {
        var says = new Dictionary<string, IReadOnlyList<Phrase>>();
        var choices = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var file = Read(path);
            foreach (var (key, variants) in file.Says)
            {
                Once(says.TryAdd(key, [.. variants.Select(Variant)]), key, path);
            }

            foreach (var (key, label) in file.Choices)
            {
                Once(choices.TryAdd(key, label), key, path);
            }
        }

        return new SayPage(says, choices);
    }

    private static SayFile Read(string path)
    {
        try
        {
            return Yaml.Deserialize<SayFile>(File.ReadAllText(path)) ?? new SayFile();
        }
        catch (YamlDotNet.Core.YamlException fault)
        {
            throw new FormatException($"{Path.GetFileName(path)} is not well formed: {fault.Message}", fault);
        }
    }

    private static Phrase Variant(object variant) => variant is IDictionary<object, object> both
        ? new Phrase($"{both["text"]}", both.TryGetValue("speak", out var speak) ? $"{speak}" : null)
        : new Phrase($"{variant}", null);

    private static void Once(bool isNew, string key, string path)
    {
        if (!isNew)
        {
            throw new FormatException($"{Path.GetFileName(path)}: '{key}' is said elsewhere already.");
        }
    }
}
