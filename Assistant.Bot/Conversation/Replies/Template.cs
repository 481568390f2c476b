using System.Text;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>A piece of a phrase: words as they are, or a value by name in a form.</summary>
internal readonly record struct Piece(string Words, string? Name = null, string Form = "");

/// <summary>A phrase read once, so that filling it in ten thousand times looks for nothing.</summary>
internal static class Template
{
    /// <summary>The pieces of a phrase; <c>{name}</c> and <c>{name:form}</c> are values.</summary>
    /// <exception cref="FormatException">A brace is never closed.</exception>
    public static IReadOnlyList<Piece> Parse(string phrase)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (at < phrase.Length)
        {
            var open = phrase.IndexOf('{', at);
            if (open < 0)
            {
                pieces.Add(new Piece(phrase[at..]));
                break;
            }

            var close = phrase.IndexOf('}', open);
            if (close < 0)
            {
                throw new FormatException($"'{phrase}' has a brace that is never closed.");
            }

            pieces.Add(new Piece(phrase[at..open]));
            var slot = phrase[(open + 1)..close].Split(':', 2);
            pieces.Add(new Piece("", slot[0], slot.Length > 1 ? slot[1] : ""));
            at = close + 1;
        }

        return pieces;
    }

    /// <summary>Closes the gaps that a missing name leaves, and gives every sentence its capital.</summary>
    /// <remarks>Where a sentence begins with "'s", the next word has the capital: "'s Avonds".</remarks>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var begins = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var next = i + 1 < text.Length ? text[i + 1] : '\n';
            if (c == ' ' && (tidy.Length == 0 || next is ' ' or '.' or ',' or '!' or '?' or '\n'))
            {
                continue;
            }

            var isShort = c == '\'' && i + 2 < text.Length && text[i + 2] == ' ';
            tidy.Append(begins && char.IsLower(c) ? char.ToUpperInvariant(c) : c);
            if (begins && isShort)
            {
                tidy.Append(text[++i]);
            }
            else
            {
                begins = c == '\n' || (c is '.' or '!' or '?' && char.IsWhiteSpace(next)) || (begins && !char.IsLetterOrDigit(c));
            }
        }

        return tidy.ToString().TrimEnd();
    }
}
