using System.Runtime.InteropServices;
using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// Which words mean a thing of the same kind: "rollator" and "scootmobiel", "duizelig" and "misselijk". What the samples
/// taught about some of them holds for the others too, so that a word is understood of which nobody gave an example.
/// </summary>
/// <remarks>There are tens of thousands of words, so of each only the number its letters make is kept.</remarks>
internal sealed class Meanings
{
    /// <summary>Where a language keeps them; it may be missing.</summary>
    public const string FileName = "meanings.yaml";

    /// <summary>For a language that tells nothing about its words.</summary>
    public static readonly Meanings None = Of([], []);

    private const int ShortestStem = 3;
    private const int ShortestEnd = 4;

    private readonly TraitBook words;
    private readonly ushort[] kindsOfWord;
    private readonly string[][] kinds;
    private readonly IReadOnlyList<string> endings;

    private Meanings(TraitBook words, ushort[] kindsOfWord, string[][] kinds, IReadOnlyList<string> endings)
    {
        this.words = words;
        this.kindsOfWord = kindsOfWord;
        this.kinds = kinds;
        this.endings = [.. endings.OrderByDescending(ending => ending.Length)];
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
        var byWord = lists.SelectMany(kind => kind.Words.Distinct().Select(word => (Word: word, kind.Kind)))
            .GroupBy(pair => LetterHash.Of(pair.Word), pair => pair.Kind)
            .Select(word => (Word: word.Key, Kinds: word.ToArray(), Key: string.Join(' ', word)))
            .ToList();
        var kinds = byWord.Select(word => word.Key).Distinct(StringComparer.Ordinal).ToList();
        var numbers = kinds.Index().ToDictionary(kind => kind.Item, kind => (ushort)kind.Index);
        return new Meanings(
            TraitBook.Of([.. byWord.Select(word => word.Word)]),
            [.. byWord.Select(word => numbers[word.Key])],
            [.. kinds.Select(key => key.Split(' '))],
            endings);
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

        return Exactly(word) ?? [];
    }

    public void Write(BinaryWriter file)
    {
        words.Write(file);
        file.Write(kindsOfWord.Length);
        file.Write(MemoryMarshal.AsBytes(kindsOfWord.AsSpan()));
        file.Write(kinds.Length);
        Array.ForEach(kinds, names => file.Write(string.Join(' ', names)));
    }

    /// <summary>The words that <see cref="Write"/> wrote.</summary>
    /// <param name="file">Where they are kept.</param>
    /// <param name="endings">What changes a word's form, not its meaning.</param>
    public static Meanings Read(BinaryReader file, IReadOnlyList<string> endings)
    {
        var words = TraitBook.Read(file);
        var kindsOfWord = new ushort[file.ReadInt32()];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(kindsOfWord.AsSpan()));
        var kinds = new string[file.ReadInt32()][];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = file.ReadString().Split(' ');
        }

        return new Meanings(words, kindsOfWord, kinds, endings);
    }

    private string[]? Known(ReadOnlySpan<char> word)
    {
        if (Exactly(word) is { } found)
        {
            return found;
        }

        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length + ShortestStem
                && word.EndsWith(ending)
                && Exactly(word[..^ending.Length]) is { } bare)
            {
                return bare;
            }
        }

        return null;
    }

    private string[]? Exactly(ReadOnlySpan<char> word) =>
        words.TryNumber(LetterHash.Of(word), out var number) ? kinds[kindsOfWord[number]] : null;
}
