namespace Assistant.Bot.Conversation.Times;

/// <summary>A stretch of tokens with one meaning.</summary>
internal sealed record Edge(int Symbol, int Start, int End, Meaning Meaning, int Cost)
{
    public Production? Made { get; init; }

    public IReadOnlyList<Edge> From { get; init; } = [];

    /// <summary>The names of the rules that made it, the outermost first.</summary>
    public IEnumerable<string> Rules =>
        (Made is null ? [] : Enumerable.Repeat(Made.RuleName, 1)).Concat(From.SelectMany(part => part.Rules));
}

/// <summary>The meanings that a pattern matched, by the names it gives them.</summary>
internal readonly ref struct RuleParts(PatternStep[] steps, ReadOnlySpan<Edge> edges)
{
    private readonly ReadOnlySpan<Edge> edges = edges;

    /// <summary>The meaning with this name; null where it is of another kind or not there.</summary>
    public T? Find<T>(string name) where T : Meaning
    {
        var edge = 0;
        foreach (var step in steps)
        {
            if (step.Is == PatternStep.Sort.Symbol)
            {
                if (step.Name == name)
                {
                    return edges[edge].Meaning as T;
                }
                edge++;
            }
        }
        return null;
    }

    /// <summary>The first meaning of this kind, whatever its name.</summary>
    public T? First<T>() where T : Meaning
    {
        foreach (var edge in edges)
        {
            if (edge.Meaning is T found)
            {
                return found;
            }
        }
        return null;
    }

    public bool Has(string name) => Find<Meaning>(name) is not null;

    /// <summary>A whole number by name; missing when it is not there or has a fraction.</summary>
    public int? Whole(string name) => Find<Amount>(name) is { IsWhole: true } amount ? (int)amount.Value : null;

    /// <summary>The value that the lexicon gives a word.</summary>
    public string? Value(string name) => Find<Word>(name)?.Value;

    public int? Number(string name) =>
        int.TryParse(Value(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
