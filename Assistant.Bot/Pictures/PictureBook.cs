using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Assistant.Bot.Pictures;

/// <summary>Which picture a thing of the day gets, by the words of its title: <c>Phrases/&lt;language&gt;/days/pictures.yaml</c>.</summary>
internal sealed class PictureBook
{
    /// <summary>The picture of what no word tells.</summary>
    public const string Plain = "plain";

    /// <summary>The picture of medicines: the moment, never which.</summary>
    public const string Pills = "pills";

    private const string FallBack = "en";
    private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();
    private readonly Dictionary<string, IReadOnlyList<WordOfPicture>> languages;

    private PictureBook(Dictionary<string, IReadOnlyList<WordOfPicture>> languages) => this.languages = languages;

    /// <summary>Every picture that some word of some language has.</summary>
    public IEnumerable<string> Pictures => languages.Values.SelectMany(words => words).Select(word => word.Picture).Append(Plain).Distinct();

    /// <param name="folder">The folder that holds a folder for each language.</param>
    /// <exception cref="FormatException">A file is not well formed; says which and why.</exception>
    public static PictureBook Load(string folder) => new(Directory.EnumerateDirectories(folder)
        .Select(path => (Language: Path.GetFileName(path), File: Path.Combine(path, "days", "pictures.yaml")))
        .Where(language => File.Exists(language.File))
        .ToDictionary(language => language.Language, language => Read(language.File)));

    /// <summary>The picture for this title.</summary>
    /// <param name="title">In a few words of hers.</param>
    /// <param name="language">BCP 47; of a region its language (<c>nl-BE</c> is <c>nl</c>).</param>
    public string Of(string title, string language)
    {
        var words = WordsOf(title);
        var known = languages.GetValueOrDefault(language.Split('-')[0]) ?? languages.GetValueOrDefault(FallBack) ?? [];
        return known.FirstOrDefault(word => words.Any(word.Fits))?.Picture ?? Plain;
    }

    private static IReadOnlyList<WordOfPicture> Read(string path)
    {
        try
        {
            var file = Yaml.Deserialize<Dictionary<string, Dictionary<string, List<string>>>>(File.ReadAllText(path));
            return [.. file["pictures"].SelectMany(entry => entry.Value.Select(word => WordOfPicture.Of(entry.Key, word)))];
        }
        catch (Exception fault) when (fault is YamlException or KeyNotFoundException)
        {
            throw new FormatException($"{path} is not well formed: {fault.Message}", fault);
        }
    }

    // Lower case and without accents: "Café" is "cafe", as in the list.
    private static List<string> WordsOf(string title)
    {
        var plain = new StringBuilder(title.Length);
        foreach (var letter in title.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsLetterOrDigit(letter) || letter is '-' ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private sealed record WordOfPicture(string Picture, string Word, bool IsBeginning, bool IsEnding)
    {
        public static WordOfPicture Of(string picture, string written) =>
            new(picture, written.Trim('*'), written.EndsWith('*'), written.StartsWith('*'));

        public bool Fits(string word) =>
            IsBeginning ? word.StartsWith(Word, StringComparison.Ordinal)
            : IsEnding ? word.EndsWith(Word, StringComparison.Ordinal)
            : word == Word;
    }
}
