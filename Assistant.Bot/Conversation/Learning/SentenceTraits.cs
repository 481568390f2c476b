using System.Runtime.InteropServices;
using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation.Learning;

/// <summary>
/// What is noticed about a sentence before anything is known of it: its words and what kind of words they are, pairs of
/// neighbours, pairs with one word between, how it opens and what it then speaks of, the small words around what it speaks
/// of, the templates that fit, and pieces of words, which see through typing errors, compounds and diminutives.
/// </summary>
/// <remarks>A trait is a number made of its letters (FNV-1a, 64 bits), so that nothing is copied while listening.</remarks>
internal sealed class SentenceTraits
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int LongestCount = 6;
    private const int StepsOfConfidence = 5;

    /// <summary>So far from what it goes with a small word may stand.</summary>
    private const int Near = 4;

    private readonly List<Trait> traits = [];
    private readonly Dictionary<ulong, int> places = [];
    private readonly ulong question;
    private readonly bool answers;

    private SentenceTraits(string? awaiting)
    {
        answers = awaiting is not null;
        question = awaiting is null ? 0 : LetterHash.Of(awaiting);
    }

    /// <summary>The traits of a sentence, each once.</summary>
    /// <param name="words">The words as they were read, in order.</param>
    /// <param name="meanings">What kinds of words there are.</param>
    /// <param name="fitting">The templates that fit, the weightiest first.</param>
    /// <param name="awaiting">The open question; each word also counts as an answer to it.</param>
    public static IReadOnlyList<Trait> Of(
        IReadOnlyList<SpokenWord> words, Meanings meanings, IReadOnlyList<Match> fitting, string? awaiting)
    {
        var noticed = new SentenceTraits(awaiting);
        noticed.AddWords(words, meanings);
        noticed.AddTemplates(fitting);
        return noticed.traits;
    }

    /// <summary>The words of a sentence, each once, and the trait that is the word itself; for the explanation.</summary>
    public static IEnumerable<(string Word, ulong Trait)> ByWord(IReadOnlyList<SpokenWord> words) =>
        words.Select(word => word.Text).Distinct().Select(word => (word, TraitName.Of('w', LetterHash.Of(WordPlace.Shape(word)))));

    private void AddWords(IReadOnlyList<SpokenWord> words, Meanings meanings)
    {
        var count = Math.Min(words.Count, Trait.MostWords);
        Add(TraitKind.Combined, TraitName.Of('#', (ulong)Math.Min(count, LongestCount)), 0);
        Add(TraitKind.Whole, TraitName.Of('a', question), 0);
        var places = new WordPlace[count];
        var last = WordPlace.Start;
        var beforeLast = default(WordPlace);
        for (var i = 0; i < count; i++)
        {
            var text = WordPlace.Shape(words[i].Text);
            var place = places[i] = WordPlace.Of(text, [.. meanings.Of(text).Select(kind => LetterHash.Of(kind))], 1UL << i);
            AddWord(place);
            AddPair(beforeLast, last, place);
            AddPieces(text, place.SeenIn);
            (beforeLast, last) = (last, place);
        }

        AddOpening(places);
        AddCompany(places);
        var end = LetterHash.Of(Lexicon.Finish);
        Add(TraitKind.Combined, TraitName.Of('p', last.Word, end), last.SeenIn);
        if (last.IsOfKind)
        {
            Add(TraitKind.Combined, TraitName.Of('n', last.Kind, end), 0);
        }
    }

    private void AddWord(WordPlace place)
    {
        Add(TraitKind.Whole, TraitName.Of('w', place.Word), place.SeenIn);
        foreach (var kind in place.Kinds)
        {
            Add(TraitKind.Whole, TraitName.Of('m', kind), 0);
            AddAnswer('k', kind, 0);
        }

        AddAnswer('a', place.Word, place.SeenIn);
    }

    private void AddPair(WordPlace beforeLast, WordPlace last, WordPlace place)
    {
        Add(TraitKind.Combined, TraitName.Of('p', last.Word, place.Word), place.SeenIn | last.SeenIn);
        Add(TraitKind.Combined, TraitName.Of('s', beforeLast.Word, place.Word), place.SeenIn | beforeLast.SeenIn);
        if (place.IsOfKind || last.IsOfKind)
        {
            Add(TraitKind.Combined, TraitName.Of('n', last.Kind, place.Kind), place.KindSeenIn | last.KindSeenIn);
        }

        if (place.IsOfKind || beforeLast.IsOfKind)
        {
            Add(TraitKind.Combined, TraitName.Of('o', beforeLast.Kind, place.Kind), place.KindSeenIn | beforeLast.KindSeenIn);
        }

        if (answers)
        {
            Add(TraitKind.Combined, TraitName.Of('b', TraitName.Of('b', question, last.Word), place.Word), place.SeenIn | last.SeenIn);
            Add(TraitKind.Combined, TraitName.Of('d', TraitName.Of('b', question, last.Kind), place.Kind), place.KindSeenIn | last.KindSeenIn);
        }
    }

    // "Zullen we wat zingen" asks; "in de kerk zongen wij altijd" tells.
    private void AddOpening(ReadOnlySpan<WordPlace> places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            foreach (var kind in places[i].Kinds)
            {
                Add(TraitKind.Combined, TraitName.Of('f', places[0].Kind, kind), 0);
                if (i > 1)
                {
                    Add(TraitKind.Combined, TraitName.Of('g', TraitName.Of('g', places[0].Kind, places[1].Kind), kind), 0);
                }
            }
        }
    }

    // "Mijn pillen", "haar pillen", "geen pillen".
    private void AddCompany(ReadOnlySpan<WordPlace> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            for (var near = Math.Max(0, i - Near); places[i].IsSmall && near < Math.Min(places.Length, i + Near + 1); near++)
            {
                if (places[near].Kinds is [var kind, ..])
                {
                    Add(TraitKind.Combined, TraitName.Of('h', TraitName.Of('h', places[i].Word, near > i ? 1UL : 0), kind), 0);
                }
            }
        }
    }

    private void AddAnswer(char kind, ulong word, ulong seenIn)
    {
        if (answers)
        {
            Add(TraitKind.Whole, TraitName.Of(kind, question, word), seenIn);
        }
    }

    private void AddPieces(string word, ulong bit)
    {
        Span<char> bounded = stackalloc char[word.Length + 2];
        bounded[0] = bounded[^1] = '_';
        word.CopyTo(bounded[1..]);
        for (var at = 0; at < bounded.Length; at++)
        {
            for (var length = ShortestPiece; length <= LongestPiece && at + length <= bounded.Length; length++)
            {
                Add(TraitKind.Piece, TraitName.Of('c', LetterHash.Of(bounded.Slice(at, length))), bit);
            }
        }
    }

    private void AddTemplates(IReadOnlyList<Match> fitting)
    {
        const ulong seenIn = 1UL << Trait.Template;
        if (fitting.Count == 0)
        {
            Add(TraitKind.Whole, TraitName.Of('t', 0), seenIn);
        }

        foreach (var match in fitting)
        {
            var intent = LetterHash.Of(match.Intent);
            if (match.Weight < fitting[0].Weight)
            {
                Add(TraitKind.Whole, TraitName.Of('u', intent), seenIn);
                continue;
            }

            Add(TraitKind.Whole, TraitName.Of('t', intent), seenIn);
            Add(TraitKind.Whole, TraitName.Of('t', intent, 1 + (ulong)(match.Confidence * StepsOfConfidence)), seenIn);
        }
    }

    // What several words show, forgetting one of them does not hide.
    private void Add(TraitKind kind, ulong name, ulong seenIn)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, name, out var isKnown);
        if (isKnown)
        {
            traits[place] = traits[place] with { SeenIn = traits[place].SeenIn & seenIn };
            return;
        }

        place = traits.Count;
        traits.Add(new Trait(name, seenIn, kind));
    }
}
