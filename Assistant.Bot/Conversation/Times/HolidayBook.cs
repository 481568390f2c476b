using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Times;

/// <summary>A day with a name, in one country.</summary>
/// <param name="Key">Its key in <c>Phrases/holidays.yaml</c>: <c>kings-day</c>.</param>
/// <param name="IsClosed">Whether shops, banks and the general practitioner keep it.</param>
internal sealed record Holiday(string Key, bool IsClosed)
{
    /// <summary>What it is called, as a value of a saying. Shape: a say-key after <c>=</c>.</summary>
    public string Name => $"=holiday.{Key}";
}

/// <summary>The days with a name: when they are, and of which of them a country's people are told.</summary>
internal sealed class HolidayBook
{
    /// <summary>Whose days are told where a country has none of its own in the book.</summary>
    public const string DefaultCountry = "NL";

    private const string Closed = "closed";

    private readonly Dictionary<string, List<ToldDay>> told;

    private HolidayBook(YamlMappingNode file)
    {
        Checked = DateOnly.ParseExact(file.Text("checked"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Recipes = file.Entries("dates").ToDictionary(day => day.Name, day => day.Node.Text());
        told = file.Entries("told").ToDictionary(
            country => country.Name,
            country => ((YamlMappingNode)country.Node).Entries().Select(day => ToldOf(day.Name, day.Node.Text())).ToList());
    }

    /// <summary>When a person last looked whether they are right.</summary>
    public DateOnly Checked { get; }

    /// <summary>How each day's date is found, whoever speaks of it; see <see cref="HolidayDates"/>.</summary>
    public IReadOnlyDictionary<string, string> Recipes { get; }

    /// <summary>The countries it knows. Shape: ISO 3166-1 alpha-2.</summary>
    public IReadOnlyCollection<string> Countries => told.Keys;

    /// <summary>Reads <c>holidays.yaml</c>; a folder without one knows no holidays.</summary>
    public static HolidayBook Load(string phrasesFolder) =>
        Path.Combine(phrasesFolder, "holidays.yaml") is var path && File.Exists(path)
            ? new HolidayBook(YamlParts.Load(path))
            : new HolidayBook(new YamlMappingNode("checked", "0001-01-01"));

    /// <summary>What this date is called in a country, the days that are kept first; mostly nothing.</summary>
    public IReadOnlyList<Holiday> On(DateOnly date, string country) =>
        [.. (told.GetValueOrDefault(country) ?? told.GetValueOrDefault(DefaultCountry) ?? [])
            .Where(day => HolidayDates.In(date.Year, day.Recipe) == date)
            .Select(day => new Holiday(day.Key, day.IsClosed))
            .OrderByDescending(day => day.IsClosed)];

    /// <summary>The keys that some country's people are told of.</summary>
    public IReadOnlySet<string> Keys => told.Values.SelectMany(days => days.Select(day => day.Key)).ToHashSet();

    private ToldDay ToldOf(string key, string words)
    {
        var parts = words.Split(' ', 2);
        return new ToldDay(key, parts[0] == Closed, parts.Length > 1 ? parts[1] : Recipes[key]);
    }

    private sealed record ToldDay(string Key, bool IsClosed, string Recipe);
}
