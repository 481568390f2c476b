using System.Globalization;
using Assistant.Scheduling.DayPlan;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>One thing of a template.</summary>
internal sealed record TemplateItem(TimeOnly At, string Title, Importance Importance, TimeSpan Notice, IReadOnlyList<string> Steps);

/// <summary>Several things that are put on somebody's days at once.</summary>
internal sealed record DayTemplate(string Key, string Name, IReadOnlyList<TemplateItem> Items);

/// <summary>The templates of every language: <c>Phrases/&lt;language&gt;/days/templates.yaml</c>.</summary>
internal sealed class TemplateBook
{
    private const string FallBack = "nl";

    private static readonly IDeserializer Yaml =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    private readonly Dictionary<string, IReadOnlyList<DayTemplate>> languages;

    private TemplateBook(Dictionary<string, IReadOnlyList<DayTemplate>> languages) => this.languages = languages;

    public IReadOnlyCollection<string> Languages => languages.Keys;

    /// <param name="folder">The folder that holds a folder for each language.</param>
    /// <exception cref="FormatException">A file is not well formed; says which and why.</exception>
    public static TemplateBook Load(string folder) => new(Directory.EnumerateDirectories(folder)
        .Select(path => (Language: Path.GetFileName(path), File: Path.Combine(path, "days", "templates.yaml")))
        .Where(language => File.Exists(language.File))
        .ToDictionary(language => language.Language, language => Read(language.File)));

    /// <summary>The templates in the language of whose days they are put on (BCP 47).</summary>
    public IReadOnlyList<DayTemplate> In(string language) => languages.GetValueOrDefault(language.Split('-')[0]) ?? languages[FallBack];

    private static IReadOnlyList<DayTemplate> Read(string path)
    {
        try
        {
            return [.. Yaml.Deserialize<TemplateFile>(File.ReadAllText(path)).Templates.Select(one => new DayTemplate(
                one.Key, one.Value.Name, [.. one.Value.Items.Select(item => new TemplateItem(
                    TimeOnly.ParseExact(item.At, "HH:mm", CultureInfo.InvariantCulture),
                    item.What,
                    item.Importance,
                    TimeSpan.FromMinutes(item.Ahead),
                    item.Steps))]))];
        }
        catch (Exception fault) when (fault is YamlException or FormatException)
        {
            throw new FormatException($"{path} is not well formed: {fault.Message}", fault);
        }
    }

    private sealed class TemplateFile
    {
        public Dictionary<string, WrittenTemplate> Templates { get; set; } = [];
    }

    private sealed class WrittenTemplate
    {
        public string Name { get; set; } = "";

        public List<WrittenItem> Items { get; set; } = [];
    }

    private sealed class WrittenItem
    {
        public string At { get; set; } = "";

        public string What { get; set; } = "";

        public Importance Importance { get; set; }

        public int Ahead { get; set; }

        public List<string> Steps { get; set; } = [];
    }
}
