namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One property of a file: <c>DTSTART;TZID=Europe/Brussels:20260302T090000</c>.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Parameters">The first value of each; names in capitals.</param>
/// <param name="Value">As written; what escapes mean depends on the property.</param>
/// <param name="Number">The line in the file, from 1.</param>
internal sealed record ContentLine(string Name, IReadOnlyDictionary<string, string> Parameters, string Value, int Number)
{
    /// <returns>The line, or null where it is not one: no name, no colon, an open quote.</returns>
    /// <remarks>Source: RFC 5545 §3.1, contentline.</remarks>
    public static ContentLine? TryParse(UnfoldedLine line)
    {
        var text = line.Text;
        var at = EndOfName(text, 0);
        if (at == 0)
        {
            return null;
        }

        var name = text[..at].ToUpperInvariant();
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at < text.Length && text[at] == ';')
        {
            var equals = EndOfName(text, at + 1);
            if (equals >= text.Length || text[equals] != '=')
            {
                return null;
            }

            var end = EndOfParameter(text, equals + 1);
            parameters.TryAdd(text[(at + 1)..equals].ToUpperInvariant(), FirstValue(text[(equals + 1)..end]));
            at = end;
        }

        return at < text.Length && text[at] == ':'
            ? new ContentLine(name, parameters, text[(at + 1)..], line.Number)
            : null;
    }

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The first colon or semicolon outside quotes.</summary>
    private static int EndOfParameter(string text, int at)
    {
        for (var quoted = false; at < text.Length && (quoted || text[at] is not (':' or ';')); at++)
        {
            quoted ^= text[at] == '"';
        }

        return at;
    }

    private static string FirstValue(string values)
    {
        var first = values.StartsWith('"') ? values[1..].Split('"', 2)[0] : values.Split(',', 2)[0];
        return TextEscapes.ReadParameter(first);
    }
}
