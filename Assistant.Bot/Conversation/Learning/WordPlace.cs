using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>A word where it stands in its sentence, and what kind of word it is.</summary>
/// <param name="Word">The number its letters make.</param>
/// <param name="Kind">The first of its kinds; the word itself where it has none.</param>
/// <param name="SeenIn">The bit of this place.</param>
/// <param name="KindSeenIn">The same where only this word shows <paramref name="Kind"/>; 0 where another of its kind would.</param>
/// <param name="Kinds">All its kinds.</param>
/// <param name="IsSmall">Whether it says who, whether, when or how: "ik", "niet", "haar", "zou".</param>
internal readonly record struct WordPlace(ulong Word, ulong Kind, ulong SeenIn, ulong KindSeenIn, ulong[] Kinds, bool IsSmall)
{
    /// <summary>What stands before the first word.</summary>
    public static readonly WordPlace Start = Of(Lexicon.Start, [], 0) with { IsSmall = false };

    /// <summary>Small words are of no kind, and no longer than this.</summary>
    private const int LongestSmall = 5;

    /// <summary>Sets a kind of word apart from a word that is written like its name.</summary>
    private const ulong OfKind = 77;

    public bool IsOfKind => Word != Kind;

    public static WordPlace Of(string text, ulong[] kinds, ulong bit)
    {
        var word = LetterHash.Of(text);
        return kinds is [var first, ..]
            ? new WordPlace(word, first ^ OfKind, bit, 0, kinds, false)
            : new WordPlace(word, word, bit, bit, kinds, text.Length <= LongestSmall);
    }

    /// <summary>A word as it is learned: one figure is as good as another.</summary>
    public static string Shape(string word) => char.IsAsciiDigit(word[0]) ? Lexicon.Number : word;
}
