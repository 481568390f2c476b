namespace Assistant.Bot.Conversation.Times;

/// <summary>Finds the long word that a mistyped one stands for: one letter too many, too few, wrong or swapped.</summary>
/// <remarks>Only words of six letters or more with the first letter right: shorter ones have too many neighbours.</remarks>
internal sealed class TypoIndex
{
    private const int Shortest = 6;
    private const int Longest = 16;

    private readonly Dictionary<string, string> byRemainder = new(StringComparer.Ordinal);
    private readonly HashSet<string> exempt;

    public TypoIndex(IEnumerable<string> words, IEnumerable<string> exempt)
    {
        this.exempt = exempt.ToHashSet(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Length is >= Shortest and <= Longest))
        {
            foreach (var remainder in Remainders(word))
            {
                byRemainder.TryAdd(remainder, word);
            }
        }
    }

    public string? MeantBy(string word)
    {
        if (word.Length is < Shortest or > Longest || exempt.Contains(word))
        {
            return null;
        }
        foreach (var remainder in Remainders(word))
        {
            if (byRemainder.TryGetValue(remainder, out var meant) && IsOneSlip(word, meant))
            {
                return meant;
            }
        }
        return null;
    }

    /// <summary>The word itself and what is left when one letter, not the first, is taken out.</summary>
    private static IEnumerable<string> Remainders(string word)
    {
        yield return word;
        for (var i = 1; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }

    private static bool IsOneSlip(string typed, string meant)
    {
        var same = 0;
        while (same < typed.Length && same < meant.Length && typed[same] == meant[same])
        {
            same++;
        }
        var left = typed.AsSpan(same);
        var right = meant.AsSpan(same);
        return left.Length == 0 || right.Length == 0
            ? left.Length + right.Length <= 1
            : left[1..].SequenceEqual(right) || left.SequenceEqual(right[1..]) || left[1..].SequenceEqual(right[1..])
                || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0]
                    && left[2..].SequenceEqual(right[2..]));
    }
}
