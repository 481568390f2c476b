namespace Assistant.Bot.Conversation.Words;

/// <summary>One way to read what stands at a place in the sentence.</summary>
/// <param name="WordId">The known word.</param>
/// <param name="Words">How many spoken words it takes: two when speech recognition split a compound.</param>
/// <param name="IsGuess">It was not written like this.</param>
internal readonly record struct Reading(int WordId, int Words, bool IsGuess);

/// <summary>
/// Finds the known words behind what was typed or recognised: typing errors, split compounds ("bloed druk"), compounds
/// with a telling end ("bloeddrukpillen"), diminutives and plurals, numbers.
/// </summary>
internal sealed class WordMender(Lexicon lexicon, Spelling spelling, WordClasses classes)
{
    private const int ShortestStem = 3;
    private const int ShortestModifier = 4;

    /// <summary>A word no longer than this is never the end of a compound that was split.</summary>
    private const int LongestAlone = 2;

    /// <param name="words">The sentence.</param>
    /// <param name="corrections">Gets a note for each word read as another.</param>
    /// <returns>For each place the readings that start there.</returns>
    public IReadOnlyList<Reading>[] Readings(IReadOnlyList<SpokenWord> words, List<string> corrections)
    {
        var readings = new IReadOnlyList<Reading>[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            var here = new List<Reading>(2);
            AddWord(here, words[i].Text, corrections);
            if (i + 1 < words.Count)
            {
                AddJoined(here, words[i].Text, words[i + 1].Text, corrections);
            }

            readings[i] = here;
        }

        return readings;
    }

    private void AddWord(List<Reading> readings, string word, List<string> corrections)
    {
        var known = lexicon.Find(word);
        if (known is { } id)
        {
            readings.Add(new Reading(id, 1, IsGuess: false));
        }

        if (char.IsDigit(word[0]) || classes.Numbers.Contains(word))
        {
            readings.Add(new Reading(lexicon.NumberId, 1, IsGuess: false));
            return;
        }

        if (known is null && Mended(word) is { } other && lexicon.Find(other) is { } otherId)
        {
            readings.Add(new Reading(otherId, 1, IsGuess: true));
            corrections.Add($"{word} as {other}");
        }
    }

    private void AddJoined(List<Reading> readings, string first, string second, List<string> corrections)
    {
        var joined = first + second;
        if (joined.Length <= 5 || StandsAlone(second))
        {
            return;
        }

        var isStrange = !lexicon.Knows(first) && !lexicon.Knows(second) && !IsEveryday(first) && !IsEveryday(second);
        var meant = lexicon.Knows(joined) ? joined : isStrange ? spelling.Nearest(joined) : null;
        if (meant is not null && lexicon.Find(meant) is { } id)
        {
            readings.Add(new Reading(id, 2, IsGuess: meant != joined));
            corrections.Add($"{first} {second} as {meant}");
        }
    }

    // "Met een slok" is not "meteen een slok", and "hand en voet" no "handen".
    private bool StandsAlone(string word) => word.Length <= LongestAlone || classes.IsJoin(word) || classes.Numbers.Contains(word);

    private string? Mended(string word) => IsEveryday(word) ? null : Inflected(word) ?? Head(word) ?? spelling.Nearest(word);

    private bool IsEveryday(string word) => classes.Everyday.Contains(word) || classes.KindOf(word) != WordKind.Content;

    /// <summary>The same word without, or with another, ending.</summary>
    private string? Inflected(string word)
    {
        foreach (var ending in classes.Endings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                if (lexicon.Knows(stem))
                {
                    return stem;
                }

                // "pannetje" comes from "pan", "bloemetje" from "bloem".
                if (stem.Length > ShortestStem && stem[^1] == stem[^2] && lexicon.Knows(stem[..^1]))
                {
                    return stem[..^1];
                }
            }
        }

        return null;
    }

    private string? Head(string word)
    {
        for (var cut = ShortestModifier; cut <= word.Length - ShortestStem; cut++)
        {
            if (classes.Heads.Contains(word[cut..]))
            {
                return word[cut..];
            }
        }

        return null;
    }
}
