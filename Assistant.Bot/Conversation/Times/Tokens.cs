using System.Text;

namespace Assistant.Bot.Conversation.Times;

/// <summary>Cuts a sentence into words, runs of digits and signs; any text at all is a sentence.</summary>
internal static class Tokens
{
    /// <remarks>Nobody says a time after so many words; what stands further on is not read.</remarks>
    private const int Most = 1_200;

    private static readonly char[] plainLetters = PlainLetters();

    public static List<Token> Of(string text, Func<string, IReadOnlyList<int>?> cutsOf)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length && tokens.Count < Most)
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))
            {
                at++;
                continue;
            }
            var end = EndOf(text, at);
            Add(tokens, Read(text, at, end), cutsOf);
            at = end;
        }
        return tokens;
    }

    /// <summary>The word as the grammar compares it.</summary>
    public static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            plain.Append(PlainOf(letter));
        }
        return plain.ToString();
    }

    private static void Add(List<Token> tokens, Token token, Func<string, IReadOnlyList<int>?> cutsOf)
    {
        var isGlued = tokens.Count > 0 && tokens[^1].End == token.Start;
        var from = 0;
        foreach (var cut in (token.IsWord ? cutsOf(token.Text) : null) ?? [])
        {
            tokens.Add(new(token.Text[from..cut], token.Start + from, token.Start + cut) { IsGlued = isGlued });
            (from, isGlued) = (cut, false);
        }
        tokens.Add(token with { Text = token.Text[from..], Start = token.Start + from, IsGlued = isGlued });
    }

    private static Token Read(string text, int start, int end)
    {
        Span<char> plain = stackalloc char[Math.Min(end - start, 64)];
        var isMarked = false;
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = PlainOf(text[start + i]);
            isMarked |= text[start + i] > 127 && plain[i] < 128 && plain[i] != '\'';
        }
        return new Token(new string(plain), start, end) { IsMarked = isMarked };
    }

    private static int EndOf(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }
        else if (IsWordStart(text, at))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || IsInnerApostrophe(text, end)))
            {
                end++;
            }
        }
        return end;
    }

    /// <remarks>An apostrophe opens a word only before one letter ('s, 't, 'n); before more it opens a quotation.</remarks>
    private static bool IsWordStart(string text, int at) => char.IsLetter(text[at])
        || (IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1])
            && (at + 2 == text.Length || !char.IsLetter(text[at + 2])));

    /// <remarks>A possessive 's at the end is a word of its own: "next week's Sunday".</remarks>
    private static bool IsInnerApostrophe(string text, int at) =>
        IsApostrophe(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && !IsPossessive(text, at);

    private static bool IsPossessive(string text, int at) =>
        text[at + 1] == 's' && (at + 2 == text.Length || !char.IsLetter(text[at + 2]));

    private static bool IsApostrophe(char sign) => PlainOf(sign) == '\'';

    private static char PlainOf(char sign) => sign switch
    {
        '`' or '´' or '‘' or '’' or '‛' or 'ʼ' or '′' => '\'',
        '–' or '—' or '‐' or '‑' or '−' => '-',
        < (char)128 => char.ToLowerInvariant(sign),
        < (char)0x180 => plainLetters[sign],
        _ => char.ToLowerInvariant(sign),
    };

    private static char[] PlainLetters()
    {
        var plain = new char[0x180];
        for (var sign = (char)0; sign < plain.Length; sign++)
        {
            var lower = char.ToLowerInvariant(sign);
            plain[sign] = sign >= 0xC0 ? lower.ToString().Normalize(NormalizationForm.FormD)[0] : lower;
        }
        return plain;
    }
}
