namespace Assistant.Bot.Conversation.Times;

/// <summary>Finds everything that the grammar can make of a sentence, from its end to its beginning.</summary>
/// <remarks>
/// Bottom-up: at each token first what the lexicon knows, then every production that begins with what was found.
/// When a token is reached, all that begins after it is complete, so no half-made pieces are kept. Bounded work:
/// a hostile text of nothing but number words ends early, with what was found so far.
/// </remarks>
internal sealed class TimeChart
{
    private const int MostEdgesPerToken = 160;
    private const int MostSteps = 60_000;
    private const int MostAlike = 4;

    private readonly TimeLanguage language;
    private readonly Scene scene;
    private readonly IReadOnlyList<Token> tokens;
    private readonly int[] words;
    private readonly List<Edge>[] edges;
    private readonly Edge[] matched = new Edge[32];
    private int current;
    private int steps;

    private TimeChart(TimeLanguage language, Scene scene, IReadOnlyList<Token> tokens)
    {
        (this.language, this.scene, this.tokens) = (language, scene, tokens);
        words = [.. tokens.Select(token => language.Words.Find(token.Text))];
        edges = new List<Edge>[tokens.Count];
    }

    public static TimeChart Of(TimeLanguage language, Scene scene, IReadOnlyList<Token> tokens)
    {
        var chart = new TimeChart(language, scene, tokens);
        chart.Fill();
        return chart;
    }

    /// <summary>All that was made of this symbol.</summary>
    public IEnumerable<Edge> Of(int symbol) =>
        edges.Where(list => list is not null).SelectMany(list => list).Where(edge => edge.Symbol == symbol);

    private void Fill()
    {
        var barred = language.BarredTokens(tokens);
        for (var at = tokens.Count - 1; at >= 0 && steps < MostSteps; at--)
        {
            (current, edges[at]) = (at, []);
            if (!barred.Contains(at))
            {
                language.AddWordsAt(tokens, at, edges[at]);
                Complete(at, barred);
            }
        }
    }

    private void Complete(int at, HashSet<int> barred)
    {
        if (words[at] >= 0)
        {
            foreach (var production in language.Grammar.StartingWithWord(words[at]))
            {
                Match(production, 0, at, 0);
            }
        }
        for (var i = 0; i < edges[at].Count && edges[at].Count < MostEdgesPerToken; i++)
        {
            if (barred.Count > 0 && Enumerable.Range(at, edges[at][i].End - at).Any(barred.Contains))
            {
                continue;
            }
            var first = edges[at][i];
            foreach (var production in language.Grammar.StartingWithSymbol(first.Symbol))
            {
                MatchFrom(production, first);
            }
        }
    }

    private void MatchFrom(Production production, Edge first)
    {
        var step = 0;
        while (production.Steps[step].Is != PatternStep.Sort.Symbol)
        {
            if (!IsTrueAt(production.Steps[step], first.Start))
            {
                return;
            }
            step++;
        }
        matched[0] = first;
        Match(production, step + 1, first.End, 1);
    }

    private void Match(Production production, int step, int at, int count)
    {
        if (++steps > MostSteps)
        {
            return;
        }
        if (step == production.Steps.Length)
        {
            Make(production, at, count);
            return;
        }
        var wanted = production.Steps[step];
        if (wanted.Is == PatternStep.Sort.Word)
        {
            if (at < tokens.Count && words[at] == wanted.Id && (!wanted.IsGlued || tokens[at].IsGlued))
            {
                Match(production, step + 1, at + 1, count);
            }
        }
        else if (wanted.Is == PatternStep.Sort.Symbol)
        {
            MatchSymbol(production, step, at, count);
        }
        else if (IsTrueAt(wanted, at))
        {
            Match(production, step + 1, at, count);
        }
    }

    private void MatchSymbol(Production production, int step, int at, int count)
    {
        var wanted = production.Steps[step];
        if (at >= tokens.Count || edges[at] is not { } here || (wanted.IsGlued && !tokens[at].IsGlued))
        {
            return;
        }
        for (var i = 0; i < here.Count; i++)
        {
            if (here[i].Symbol == wanted.Id)
            {
                matched[count] = here[i];
                Match(production, step + 1, here[i].End, count + 1);
            }
        }
    }

    private bool IsTrueAt(PatternStep condition, int at) => condition.Is switch
    {
        PatternStep.Sort.TextBegins => at == 0,
        PatternStep.Sort.TextEnds => at >= tokens.Count || (!tokens[at].IsWord && !tokens[at].IsNumber && at == tokens.Count - 1),
        _ => at >= tokens.Count || edges[at]?.Exists(edge => edge.Symbol == condition.Id) != true,
    };

    private void Make(Production production, int end, int count)
    {
        var parts = matched.AsSpan(0, count);
        if (production.Rule(new RuleParts(production.Steps, parts), scene) is not { } meaning)
        {
            return;
        }
        var cost = production.Cost;
        foreach (var part in parts)
        {
            cost += part.Cost;
        }
        Add(new Edge(production.Symbol, current, end, meaning, cost) { Made = production, From = parts.ToArray() });
    }

    private void Add(Edge made)
    {
        var here = edges[made.Start];
        var (alike, worst) = (0, -1);
        for (var i = 0; i < here.Count; i++)
        {
            if (here[i].Symbol != made.Symbol || here[i].End != made.End)
            {
                continue;
            }
            if (here[i].Cost <= made.Cost && here[i].Meaning.Equals(made.Meaning))
            {
                return;
            }
            alike++;
            worst = worst < 0 || here[i].Cost > here[worst].Cost ? i : worst;
        }
        if (alike < MostAlike || here[worst].Cost > made.Cost)
        {
            here.Add(made);
        }
    }
}
