using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Times;

/// <summary>One way to make a symbol: steps to match, and the rule that reads what they mean.</summary>
/// <remarks>The cost says how unlikely the reading is beside others of the same words.</remarks>
internal sealed record Production(int Symbol, string RuleName, TimeRule Rule, PatternStep[] Steps, int Cost);

/// <summary>What a rule makes of the meanings of its parts; null where it does not apply.</summary>
internal delegate Meaning? TimeRule(in RuleParts parts, Scene scene);

/// <summary>The patterns of one language, ready to be tried from their first step.</summary>
internal sealed class TimeGrammar
{
    private readonly Dictionary<int, List<Production>> byWord = [];
    private readonly Dictionary<int, List<Production>> bySymbol = [];

    /// <exception cref="FormatException">A pattern is not well formed, or names a rule that does not exist.</exception>
    public TimeGrammar(YamlMappingNode file, TimeWords words, TimeWords symbols, IReadOnlyDictionary<string, TimeRule> rules)
    {
        foreach (var (symbol, ways) in file.Entries("grammar"))
        {
            foreach (var (name, patterns) in ((YamlMappingNode)ways).Entries())
            {
                var rule = rules.GetValueOrDefault(name)
                    ?? throw new FormatException($"There is no rule '{name}'. There are: {string.Join(", ", rules.Keys)}.");
                foreach (var pattern in patterns.Text().Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    var (text, cost) = CostOf(pattern);
                    foreach (var steps in TimePattern.Read(text, words, symbols))
                    {
                        Add(new Production(symbols.IdOf(symbol), name, rule, steps, cost));
                    }
                }
            }
        }
    }

    /// <summary>The symbols that some pattern makes.</summary>
    public IEnumerable<int> Made => byWord.Values.Concat(bySymbol.Values).SelectMany(list => list).Select(production => production.Symbol);

    public IReadOnlyList<Production> StartingWithWord(int word) => byWord.GetValueOrDefault(word) ?? [];

    public IReadOnlyList<Production> StartingWithSymbol(int symbol) => bySymbol.GetValueOrDefault(symbol) ?? [];

    /// <summary>"pattern {2}" is a reading that costs 2.</summary>
    private static (string Text, int Cost) CostOf(string pattern)
    {
        var brace = pattern.IndexOf('{', StringComparison.Ordinal);
        return brace < 0
            ? (pattern, 0)
            : (pattern[..brace], int.Parse(pattern[(brace + 1)..].Trim(' ', '}'), CultureInfo.InvariantCulture));
    }

    private void Add(Production production)
    {
        var first = production.Steps.FirstOrDefault(step => step.Is is PatternStep.Sort.Word or PatternStep.Sort.Symbol);
        var index = first.Is == PatternStep.Sort.Word ? byWord : bySymbol;
        if (!index.TryGetValue(first.Id, out var list))
        {
            index[first.Id] = list = [];
        }
        list.Add(production);
    }
}
