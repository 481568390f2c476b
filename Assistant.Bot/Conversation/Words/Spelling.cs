using System.Numerics;

namespace Assistant.Bot.Conversation.Words;

/// <summary>Finds the known word that somebody probably meant, by edit distance allowed for the word's length.</summary>
internal sealed class Spelling
{
    private const int ShortestForOne = 5;
    private const int ShortestForTwo = 9;
    private const int ShortestForOtherStart = 8;
    private readonly (string Word, uint Letters)[][] byLength;

    public Spelling(IEnumerable<string> words)
    {
        byLength = new (string, uint)[32][];
        foreach (var group in words.Where(word => word.Length < byLength.Length).GroupBy(word => word.Length))
        {
            byLength[group.Key] = [.. group.Select(word => (word, LettersOf(word)))];
        }
    }

    /// <returns>The nearest known word within reach, or nothing; on a tie the one that starts the same.</returns>
    public string? Nearest(string word)
    {
        var reach = word.Length >= ShortestForTwo ? 2 : word.Length >= ShortestForOne ? 1 : 0;
        if (reach == 0 || word.Length + reach >= byLength.Length)
        {
            return null;
        }

        var letters = LettersOf(word);
        string? best = null;
        var bestCost = (reach * 2) + 1;
        for (var length = Math.Max(ShortestForOne - 1, word.Length - reach); length <= word.Length + reach; length++)
        {
            foreach (var (known, knownLetters) in byLength[length] ?? [])
            {
                // Every edit changes at most two letters of the set: most words are passed over at the price of a XOR.
                if (BitOperations.PopCount(letters ^ knownLetters) > reach * 2
                    || (known[0] != word[0] && word.Length < ShortestForOtherStart))
                {
                    continue;
                }

                var cost = (EditDistance.Between(word, known, reach) * 2) - (known[0] == word[0] ? 1 : 0);
                if (cost < bestCost)
                {
                    (best, bestCost) = (known, cost);
                }
            }
        }

        return bestCost <= (reach * 2) - 1 || bestCost <= 1 ? best : null;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= 1u << (letter & 31);
        }

        return letters;
    }
}
