using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation.Words;

/// <summary>
/// Which words mean a thing of the same kind: "rollator" and "scootmobiel", "duizelig" and "misselijk". What the samples
/// taught about some of them holds for the others too, so that a word is understood of which nobody gave an example.
/// </summary>
internal sealed class Meanings
{
    /// <summary>Where a language keeps them; it may be missing.</summary>
    public const string FileName = "meanings.yaml";

    /// <summary>For a language that tells nothing about its words.</summary>
    public static readonly Meanings None = new([], []);

    private const int ShortestStem = 3;
    private const int ShortestEnd = 4;

    private readonly Dictionary<string, string[]> kinds;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly IReadOnlyList<string> endings;

    private Meanings(Dictionary<string, string[]> kinds, IReadOnlyList<string> endings)
    {
        this.kinds = kinds;
        this.endings = endings;
        lookup = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="folder">The folder of the language.</param>
    /// <param name="endings">What changes a word's form, not its meaning.</param>
    /// <exception cref="FormatException">The file is not well formed.</exception>
    public static Meanings Read(string folder, IReadOnlyList<string> endings)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Of(PhraseFile.Read(path).WordLists(), endings) : None;
    }

    /// <param name="lists">The words of each kind; a word may be of several, and the first tells most.</param>
    /// <param name="endings">What changes a word's form, not its meaning.</param>
    public static Meanings Of(IEnumerable<(string Kind, IReadOnlyList<string> Words)> lists, IReadOnlyList<string> endings)
    {
        var kinds = lists.SelectMany(kind => kind.Words.Distinct().Select(word => (Word: word, kind.Kind)))
            .GroupBy(pair => pair.Word, pair => pair.Kind)
            .ToDictionary(word => word.Key, word => word.ToArray());
        return new Meanings(kinds, [.. endings.OrderByDescending(ending => ending.Length)]);
    }

    /// <summary>
    /// The kinds of a word, none where it is not known: as it stands, else without an ending, else by the longest known
    /// word at its end, which in a compound tells what it is: "keukentrap" is a "trap".
    /// </summary>
    public IReadOnlyList<string> Of(string word)
    {
        for (var cut = 0; cut <= word.Length - ShortestEnd; cut += cut == 0 ? ShortestStem : 1)
        {
            if (Known(word.AsSpan(cut)) is { } found)
            {
                return found;
            }
        }

        return kinds.GetValueOrDefault(word, []);
    }

    private string[]? Known(ReadOnlySpan<char> word)
    {
        if (lookup.TryGetValue(word, out var found))
        {
            return found;
        }

        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + ShortestStem
                && word.EndsWith(ending)
                && lookup.TryGetValue(word[..^ending.Length], out found))
            {
                return found;
            }
        }

        return null;
    }
}
