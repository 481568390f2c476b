namespace Assistant.Bot.Conversation.Times;

/// <summary>Everything that one language's times file says, ready for use.</summary>
internal sealed class TimeLanguage
{
    private readonly NumberReader numbers;
    private readonly TimeLexicon lexicon;
    private readonly int[] numberSymbols;

    private TimeLanguage(string file, IReadOnlyDictionary<string, string> holidays)
    {
        var yaml = YamlParts.Load(file);
        lexicon = new TimeLexicon(yaml, holidays, Symbols);
        numbers = new NumberReader(yaml);
        numberSymbols = [.. ((string[])["number", "article", "ordinal", "spoken-year"]).Select(Symbols.IdOf)];
        Grammar = new TimeGrammar(yaml, Words, Symbols, TimeRules.ByName);
        Root = Symbols.IdOf("time");
        NoTime = Symbols.IdOf("no-time");
    }

    public TimeWords Words { get; } = new();

    public TimeWords Symbols { get; } = new();

    public TimeGrammar Grammar { get; }

    public TimeLexicon Lexicon => lexicon;

    /// <summary>The symbol of a whole expression.</summary>
    public int Root { get; }

    /// <summary>The symbol of words that look like a time and are something else: an age, a reason.</summary>
    public int NoTime { get; }

    /// <exception cref="FormatException">The file names a rule that does not exist, or has a pattern that is not one.</exception>
    public static TimeLanguage Load(string file, IReadOnlyDictionary<string, string> holidays) => new(file, holidays);

    /// <summary>Symbols that a pattern asks for and nothing makes: most likely a misspelt name.</summary>
    public IReadOnlyList<string> UnmadeSymbols()
    {
        var made = Grammar.Made.Concat(lexicon.Symbols).Concat(numberSymbols).ToHashSet();
        return [.. Enumerable.Range(0, Symbols.Count).Where(symbol => !made.Contains(symbol)).Select(Symbols.NameOf)];
    }

    /// <summary>What the lexicon and the number reader know at this token.</summary>
    public void AddWordsAt(IReadOnlyList<Token> tokens, int at, List<Edge> edges)
    {
        foreach (var entry in lexicon.StartingWith(tokens[at]))
        {
            if (entry.Symbol >= 0 && Matches(entry.Words, tokens, at))
            {
                var end = at + entry.Words.Length;
                edges.Add(new Edge(entry.Symbol, at, end, entry.Meaning, 0));
                if (IsAbbreviationDot(entry.Words[^1], tokens, end))
                {
                    edges.Add(new Edge(entry.Symbol, at, end + 1, entry.Meaning, 0));
                }
            }
        }
        numbers.ReadAt(tokens, at, (kind, amount, end) =>
            edges.Add(new Edge(numberSymbols[(int)kind], at, end, amount, 0)));
    }

    /// <summary>The tokens of phrases that only look like a time.</summary>
    public HashSet<int> BarredTokens(IReadOnlyList<Token> tokens)
    {
        var barred = new HashSet<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var entry in lexicon.StartingWith(tokens[at]))
            {
                if (entry.Symbol == TimeLexicon.Barred && Matches(entry.Words, tokens, at))
                {
                    barred.UnionWith(Enumerable.Range(at, entry.Words.Length));
                }
            }
        }
        return barred;
    }

    private static bool Matches(string[] words, IReadOnlyList<Token> tokens, int at)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }
        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[at + i].Text != words[i])
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsAbbreviationDot(string word, IReadOnlyList<Token> tokens, int at) =>
        word.Length <= 4 && word != "." && at < tokens.Count && tokens[at] is { Text: ".", IsGlued: true };
}
