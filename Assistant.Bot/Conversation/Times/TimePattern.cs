namespace Assistant.Bot.Conversation.Times;

/// <summary>One step of a pattern: a word, or a symbol whose meaning is handed to the rule under a name.</summary>
internal readonly record struct PatternStep(PatternStep.Sort Is, int Id, string Name, bool IsGlued)
{
    public enum Sort
    {
        Word,
        Symbol,
        NotSymbol,
        TextBegins,
        TextEnds,
    }
}

/// <summary>Reads the notation of patterns; see the head of the English times file for what it means.</summary>
internal sealed class TimePattern
{
    private readonly TimeWords words;
    private readonly TimeWords symbols;
    private readonly string[] parts;
    private int at;

    private TimePattern(string text, TimeWords words, TimeWords symbols)
    {
        (this.words, this.symbols) = (words, symbols);
        foreach (var sign in (string[])["(", ")", "[", "]", "|", "~"])
        {
            text = text.Replace(sign, $" {sign} ", StringComparison.Ordinal);
        }
        parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>All plain sequences that the pattern stands for.</summary>
    /// <exception cref="FormatException">The pattern is not well formed.</exception>
    public static IReadOnlyList<PatternStep[]> Read(string text, TimeWords words, TimeWords symbols)
    {
        var pattern = new TimePattern(text, words, symbols);
        var sequences = pattern.Alternatives();
        return pattern.at == pattern.parts.Length && sequences.All(steps => steps.Count > 0)
            ? [.. sequences.Select(steps => steps.ToArray())]
            : throw new FormatException($"The pattern '{text}' has a bracket too many, or may match nothing at all.");
    }

    private List<List<PatternStep>> Alternatives()
    {
        var all = Sequence();
        while (at < parts.Length && parts[at] == "|")
        {
            at++;
            all.AddRange(Sequence());
        }
        return all;
    }

    private List<List<PatternStep>> Sequence()
    {
        List<List<PatternStep>> all = [[]];
        var isGlued = false;
        while (at < parts.Length && parts[at] is not (")" or "]" or "|"))
        {
            var part = parts[at++];
            if (part == "~")
            {
                isGlued = true;
                continue;
            }
            var options = part is "(" or "[" ? Group(part) : [[Step(part, isGlued)]];
            all = [.. from before in all from option in options select (List<PatternStep>)[.. before, .. option]];
            isGlued = false;
        }
        return all;
    }

    private List<List<PatternStep>> Group(string opening)
    {
        var options = Alternatives();
        if (at >= parts.Length || parts[at++] != (opening == "(" ? ")" : "]"))
        {
            throw new FormatException($"A pattern has no end to its '{opening}'.");
        }
        return opening == "[" ? [[], .. options] : options;
    }

    private PatternStep Step(string part, bool isGlued)
    {
        if (part is "^" or "$")
        {
            return new(part == "^" ? PatternStep.Sort.TextBegins : PatternStep.Sort.TextEnds, 0, "", isGlued);
        }
        var isNot = part.StartsWith('!');
        var body = isNot ? part[1..] : part;
        if (!body.StartsWith('<'))
        {
            return new(PatternStep.Sort.Word, words.IdOf(Tokens.Plain(body)), "", isGlued);
        }
        var names = body.Trim('<', '>').Split(':');
        var sort = isNot ? PatternStep.Sort.NotSymbol : PatternStep.Sort.Symbol;
        return new(sort, symbols.IdOf(names[^1]), names[0], isGlued);
    }
}
