namespace Assistant.Bot.Conversation.Times;

/// <summary>Finds the times that a sentence names, in every language that has a <c>times.yaml</c>.</summary>
internal sealed class TimeReader
{
    private readonly Dictionary<string, TimeLanguage> languages;

    private TimeReader(Dictionary<string, TimeLanguage> languages) => this.languages = languages;

    /// <summary>Reads <c>LANGUAGE/times.yaml</c> of every language folder, and the dates of holidays that all share.</summary>
    /// <exception cref="FormatException">A file names a rule that does not exist, or has a pattern that is not one.</exception>
    public static TimeReader Load(string phrasesFolder)
    {
        var holidays = HolidayBook.Load(phrasesFolder).Recipes;
        return new TimeReader(Directory
            .EnumerateDirectories(phrasesFolder)
            .Select(folder => (Name: Path.GetFileName(folder), File: Path.Combine(folder, "times.yaml")))
            .Where(language => File.Exists(language.File))
            .ToDictionary(language => language.Name, language => TimeLanguage.Load(language.File, holidays), StringComparer.Ordinal));
    }

    /// <summary>One mention per expression, in the order of the sentence; none where the language is unknown.</summary>
    public IReadOnlyList<TimeMention> Read(string text, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!languages.TryGetValue(context.Language, out var language))
        {
            return [];
        }
        var tokens = Tokens.Of(text, language.Lexicon.CutsOf);
        var scene = new Scene(context.Now, context.Zone, language.Lexicon) { Likely = language.Lexicon.LikelyPart(tokens) };
        var chart = TimeChart.Of(language, scene, tokens);
        return [.. Chosen(chart.Of(language.Root).Concat(chart.Of(language.NoTime)), tokens.Count)
            .OrderBy(edge => edge.Start)
            .Select(edge => Mention(edge, tokens, scene))
            .OfType<TimeMention>()];
    }

    /// <summary>The longest first, then the likeliest, none over another.</summary>
    private static List<Edge> Chosen(IEnumerable<Edge> found, int count)
    {
        var taken = new bool[count];
        var chosen = new List<Edge>();
        foreach (var edge in found.OrderByDescending(edge => edge.End - edge.Start).ThenBy(edge => edge.Cost).ThenBy(edge => edge.Start))
        {
            if (!taken.AsSpan(edge.Start, edge.End - edge.Start).Contains(true))
            {
                taken.AsSpan(edge.Start, edge.End - edge.Start).Fill(true);
                chosen.Add(edge);
            }
        }
        return chosen;
    }

    private static TimeMention? Mention(Edge edge, List<Token> tokens, Scene scene)
    {
        var last = edge.End - 1;
        while (last > edge.Start && !tokens[last].IsWord && !tokens[last].IsNumber)
        {
            last--;
        }
        var mention = MentionMaker.Of(edge.Meaning, scene, tokens[edge.Start].Start..tokens[last].End);
        return mention is null ? null : mention with { Rule = string.Join(' ', edge.Rules.Distinct()) };
    }
}
