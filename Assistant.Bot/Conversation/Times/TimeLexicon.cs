using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Assistant.Bot.Conversation.Times;

/// <summary>The words of one language that have to do with time, by class, as its file lists them.</summary>
internal sealed class TimeLexicon
{
    private readonly Dictionary<string, List<Entry>> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> cuts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Part> suggestions;
    private readonly TypoIndex typos;

    public TimeLexicon(YamlMappingNode file, IReadOnlyDictionary<string, string> holidays, TimeWords symbols)
    {
        Holidays = holidays;
        IsDayFirst = file.Text("date_order") != "month-day";
        IsTwentyFourHour = file.Text("digital_clock") == "24";
        Parts = file.Entries("dayparts").ToDictionary(part => part.Name, part => PartOf(part.Name, part.Node));
        foreach (var (symbol, values) in file.Entries("words"))
        {
            foreach (var (value, forms) in ((YamlMappingNode)values).Entries())
            {
                AddAll(symbols.IdOf(symbol), MeaningOf(symbol, value), forms.Texts());
            }
        }
        AddAll(Barred, new Word(""), file.Texts("barred"));
        foreach (var pair in file.Entries("compounds"))
        {
            AddCuts(file, pair.Name, pair.Node.Texts());
        }
        suggestions = file.Entries("suggestions")
            .SelectMany(entry => entry.Node.Texts().Select(word => (Word: Tokens.Plain(word), Part: Parts[entry.Name])))
            .ToDictionary(pair => pair.Word, pair => pair.Part);
        typos = new TypoIndex(file.Texts("tolerated").SelectMany(name => FormsOf(file, name)), file.Texts("never_a_typo"));
    }

    /// <summary>The class of phrases that look like a time and are none ("goede morgen").</summary>
    public const int Barred = -2;

    public bool IsDayFirst { get; }

    public bool IsTwentyFourHour { get; }

    public IReadOnlyDictionary<string, Part> Parts { get; }

    /// <summary>How each holiday's date is found; see <see cref="HolidayDates"/>.</summary>
    public IReadOnlyDictionary<string, string> Holidays { get; }

    /// <summary>The classes that have at least one form.</summary>
    public IEnumerable<int> Symbols => entries.Values.SelectMany(list => list).Select(entry => entry.Symbol);

    /// <summary>Where a compound falls apart ("maandag|ochtend"), or null.</summary>
    public IReadOnlyList<int>? CutsOf(string word) => cuts.GetValueOrDefault(word);

    /// <summary>What begins with this word; a long word with one slip of the finger counts as the word it resembles.</summary>
    public IReadOnlyList<Entry> StartingWith(Token token)
    {
        if (entries.TryGetValue(token.Text, out var found))
        {
            return found;
        }
        return token.IsWord && typos.MeantBy(token.Text) is { } meant && entries.TryGetValue(meant, out found) ? found : [];
    }

    /// <summary>The part of the day that goes with a word of the sentence: who sets an alarm clock means the morning.</summary>
    public Part? LikelyPart(IEnumerable<Token> tokens) =>
        tokens.Select(token => suggestions.GetValueOrDefault(token.Text)).FirstOrDefault(part => part is not null);

    private static Part PartOf(string name, YamlNode node)
    {
        var hours = (YamlMappingNode)node;
        return new Part(name, Clock(hours.Text("from")), Clock(hours.Text("until")), Clock(hours.Text("usual")));

        static TimeOnly Clock(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
    }

    private Meaning MeaningOf(string symbol, string value) =>
        symbol.StartsWith("daypart", StringComparison.Ordinal) ? Parts[value] : new Word(value);

    private void AddAll(int symbol, Meaning meaning, IReadOnlyList<string> forms)
    {
        foreach (var form in forms)
        {
            var words = Tokens.Of(form, _ => null).Select(token => token.Text).ToArray();
            if (!entries.TryGetValue(words[0], out var list))
            {
                entries[words[0]] = list = [];
            }
            list.Add(new Entry(words, symbol, meaning));
        }
    }

    private void AddCuts(YamlMappingNode file, string first, IReadOnlyList<string> seconds)
    {
        var ends = seconds.SelectMany(name => FormsOf(file, name)).ToList();
        foreach (var head in FormsOf(file, first))
        {
            foreach (var tail in ends.Where(tail => !entries.ContainsKey(head + tail)))
            {
                cuts[head + tail] = [head.Length];
            }
        }
    }

    /// <summary>The single words of a class, or the word itself where no class has that name.</summary>
    private static IEnumerable<string> FormsOf(YamlMappingNode file, string name)
    {
        var forms = (file.Map("words")?.Map(name) ?? file.Map("numbers")?.Map(name)) is { } found
            ? found.Entries().SelectMany(entry => entry.Node is YamlSequenceNode ? entry.Node.Texts() : [entry.Name])
            : [name];
        return forms.Select(Tokens.Plain).Where(form => form.All(char.IsLetter)).Distinct();
    }

    internal sealed record Entry(string[] Words, int Symbol, Meaning Meaning);
}
