using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>The shape of one file of replies.</summary>
internal sealed class SayFile
{
    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <summary>Say-key to its variants; a variant is a text, or a text with what to speak instead.</summary>
    public Dictionary<string, List<object>> Says { get; set; } = [];

    /// <summary>Choice to the words on its button, at most 20 characters.</summary>
    public Dictionary<string, string> Choices { get; set; } = [];

    /// <summary>What an answer may sound like, for questions whose answer is no intent.</summary>
    public Dictionary<string, List<string>> Hears { get; set; } = [];

    /// <summary>How this language says times, dates and numbers.</summary>
    public FormsData? Forms { get; set; }

    public static SayFile Read(string path)
    {
        try
        {
            return Yaml.Deserialize<SayFile>(File.ReadAllText(path)) ?? new SayFile();
        }
        catch (YamlException fault)
        {
            throw new FormatException($"{Path.GetFileName(path)} is not well formed: {fault.Message}", fault);
        }
    }
}

/// <summary>All files of one folder together.</summary>
internal sealed class SaySection
{
    private readonly Dictionary<string, IReadOnlyList<Phrase>> says = [];
    private readonly Dictionary<string, string> choices = [];
    private readonly Dictionary<string, IReadOnlyList<string>> hears = [];
    private FormsData forms = new();

    /// <exception cref="FormatException">A file is not well formed, or a key is there twice; says which.</exception>
    public static SaySection Read(string folder)
    {
        var section = new SaySection();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            section.Add(SayFile.Read(path), Path.GetFileName(path));
        }

        return section;
    }

    /// <summary>This variant with all it does not say itself taken from its language.</summary>
    public SaySection Over(SaySection language)
    {
        var both = new SaySection { forms = forms.Over(language.forms) };
        foreach (var section in new[] { language, this })
        {
            Copy(section.says, both.says);
            Copy(section.choices, both.choices);
            Copy(section.hears, both.hears);
        }

        return both;
    }

    public SayPage ToPage() => new(says, choices, hears, new SpokenForms(forms));

    private void Add(SayFile file, string name)
    {
        foreach (var (key, variants) in file.Says)
        {
            Once(says.TryAdd(key, [.. variants.Select(Variant)]), key, name);
        }

        foreach (var (key, label) in file.Choices)
        {
            Once(choices.TryAdd(key, label), key, name);
        }

        foreach (var (key, words) in file.Hears)
        {
            Once(hears.TryAdd(key, words), key, name);
        }

        forms = file.Forms ?? forms;
    }

    private static void Copy<T>(Dictionary<string, T> from, Dictionary<string, T> to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }

    private static Phrase Variant(object variant) => variant is IDictionary<object, object> both
        ? new Phrase($"{both["text"]}", both.TryGetValue("speak", out var speak) ? $"{speak}" : null)
        : new Phrase($"{variant}", null);

    private static void Once(bool isNew, string key, string name)
    {
        if (!isNew)
        {
            throw new FormatException($"{name}: '{key}' is said elsewhere already.");
        }
    }
}
