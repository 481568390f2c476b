using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// What is noticed about a sentence before anything is known of it: its words, pairs of neighbours, pairs with one word
/// between, and pieces of words, which see through typing errors, compounds and diminutives.
/// </summary>
/// <remarks>A trait is a number made of its letters (FNV-1a, 64 bits), so that nothing is copied while listening.</remarks>
internal static class SentenceTraits
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int MostWords = 60;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The traits of these words, each once.</summary>
    /// <param name="words">The words as they were read, in order; of a very long text the first ones.</param>
    /// <param name="awaiting">The open question; each word also counts as an answer to it.</param>
    public static HashSet<ulong> Of(IReadOnlyList<SpokenWord> words, string? awaiting)
    {
        var traits = new HashSet<ulong>();
        var count = Math.Min(words.Count, MostWords);
        traits.Add(Mark('#', (ulong)Math.Min(count, 6)));
        var question = awaiting is null ? 0 : Hash(awaiting);
        var (last, beforeLast) = (Hash(Lexicon.Start), 0UL);
        for (var i = 0; i < count; i++)
        {
            var text = Shape(words[i].Text);
            var word = Hash(text);
            traits.Add(Mark('w', word));
            traits.Add(Mark('p', last, word));
            traits.Add(Mark('s', beforeLast, word));
            AddPieces(traits, text);
            if (awaiting is not null)
            {
                traits.Add(Mark('a', question, word));
                traits.Add(Mark('b', Mark('b', question, last), word));
            }

            (beforeLast, last) = (last, word);
        }

        traits.Add(Mark('p', last, Hash(Lexicon.Finish)));
        traits.Add(Mark('a', question));
        return traits;
    }

    /// <summary>The words of a sentence, each once, and the trait that is the word itself; for the explanation.</summary>
    public static IEnumerable<(string Word, ulong Trait)> ByWord(IReadOnlyList<SpokenWord> words) =>
        words.Select(word => word.Text).Distinct().Select(word => (word, Mark('w', Hash(Shape(word)))));

    private static void AddPieces(HashSet<ulong> traits, string word)
    {
        Span<char> bounded = stackalloc char[word.Length + 2];
        bounded[0] = bounded[^1] = '_';
        word.CopyTo(bounded[1..]);
        for (var at = 0; at < bounded.Length; at++)
        {
            for (var length = ShortestPiece; length <= LongestPiece && at + length <= bounded.Length; length++)
            {
                traits.Add(Mark('c', Hash(bounded.Slice(at, length))));
            }
        }
    }

    // One figure is as good as another.
    private static string Shape(string word) => char.IsAsciiDigit(word[0]) ? Lexicon.Number : word;

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }

    private static ulong Mark(char kind, ulong first, ulong second = 0) =>
        ((((Offset ^ kind) * Prime) ^ first) * Prime ^ second) * Prime;
}
