namespace Assistant.Bot.Conversation.Words;

/// <summary>
/// Cuts a text into plain words: no capitals, accents or punctuation, figures apart from letters, contractions written
/// out (<c>'k</c> is <c>ik</c>), fillers that carry no meaning left out, and the name a machine is called by before
/// something is asked of it.
/// </summary>
internal sealed class WordReader(
    IReadOnlyDictionary<string, string[]> writtenOut, IReadOnlySet<string> fillers, IReadOnlySet<string> vocatives)
{
    /// <summary>Longer texts are read up to here; nobody says more in one turn.</summary>
    public const int MostWords = 400;

    public List<SpokenWord> Read(string text)
    {
        var words = new List<SpokenWord>();
        Span<char> buffer = stackalloc char[MostLetters];
        var afterBreak = false;
        for (var at = 0; at < text.Length && words.Count < MostWords;)
        {
            if (!StartsWord(text, at))
            {
                afterBreak |= IsBreak(text, at);
                at++;
                continue;
            }

            var start = at;
            var length = ReadWord(text, ref at, buffer);
            afterBreak = Add(words, new SpokenWord(new string(buffer[..length]), start, at - start, afterBreak));
        }

        if (words.Count > 1 && vocatives.Contains(words[0].Text))
        {
            words.RemoveAt(0);
        }

        return words;
    }

    private const int MostLetters = 64;

    private static bool StartsWord(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || (Letters.IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    /// <summary>A point between figures is a decimal or a clock time, not a pause.</summary>
    private static bool IsBreak(string text, int at) =>
        text[at] is ',' or '.' or ';' or ':' or '!' or '?' or '\n' or '(' or ')' or '…'
        && !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));

    private static int ReadWord(string text, ref int at, Span<char> buffer)
    {
        var length = 0;
        var isNumber = char.IsDigit(text[at]);
        while (at < text.Length)
        {
            var letter = text[at];
            var belongs = isNumber ? char.IsDigit(letter) : char.IsLetter(letter);
            if (!belongs && !Letters.IsMark(letter) && !(Letters.IsApostrophe(letter) && !isNumber))
            {
                break;
            }

            if (length < buffer.Length && !Letters.IsMark(letter))
            {
                buffer[length++] = Letters.IsApostrophe(letter) ? '\'' : Letters.ToPlain(letter);
            }

            at++;
        }

        return length;
    }

    /// <returns>Whether the pause before this word is still to be noted, because the word was a filler.</returns>
    private bool Add(List<SpokenWord> words, SpokenWord word)
    {
        if (!writtenOut.TryGetValue(word.Text, out var full))
        {
            var bare = word.Text.Contains('\'') ? word.Text.Replace("'", "", StringComparison.Ordinal) : word.Text;
            full = writtenOut.TryGetValue(bare, out var bareFull) ? bareFull : [bare];
        }

        var pause = word.AfterBreak;
        foreach (var text in full)
        {
            if (text.Length > 0 && !fillers.Contains(text))
            {
                words.Add(word with { Text = text, AfterBreak = pause });
                pause = false;
            }
        }

        return pause;
    }
}
