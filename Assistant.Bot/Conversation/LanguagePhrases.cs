using Assistant.Bot.Conversation.Learning;
using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Words;

namespace Assistant.Bot.Conversation;

/// <summary>Everything one language can hear: its rules, its words, and the sentences it learned from.</summary>
internal sealed class LanguagePhrases
{
    /// <summary>In a template <c>&lt;time&gt;</c> stands for any time expression.</summary>
    private const string TimeList = "time";

    /// <summary>Files of this name are the time module's own.</summary>
    private const string TimesName = "times.";

    /// <summary>Files of this name hold sentences to learn from.</summary>
    private const string SamplesName = ".samples.yaml";

    /// <summary>The one file whose sentences come before all others.</summary>
    private const string SafetyFile = "safety.yaml";

    public required Listener Listener { get; init; }

    public required WordClasses Classes { get; init; }

    public required RuleBook Rules { get; init; }

    public required RuleBook SafetyRules { get; init; }

    /// <summary>Notions that tell a sign of danger is a dream, a story or a figure of speech.</summary>
    public required IReadOnlyList<int> Excuses { get; init; }

    /// <summary>What kinds of words there are.</summary>
    public required Meanings Meanings { get; init; }

    /// <summary>What the sample sentences taught; null for a language that has too few of them.</summary>
    public required SentenceJudge? Taught { get; init; }

    /// <param name="folder">The folder of one language.</param>
    /// <exception cref="FormatException">A file is not well formed; says which and why.</exception>
    public static LanguagePhrases Load(string folder)
    {
        var phrases = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
            .Where(HoldsPhrases).Select(PhraseFile.Read).ToList();
        var classes = WordClassesOf(phrases);
        var lexicon = new Lexicon();
        var reader = new WordReader(classes.WrittenOut, classes.Fillers, classes.Vocatives);
        var lists = phrases.SelectMany(file => file.Section("lists")).ToDictionary(list => list.Name, list => list.Texts.ToArray());
        var builder = new RuleBuilder(
            lexicon, reader, new TemplateText(lists), word => classes.KindOf(word) == WordKind.Content);
        var safety = phrases.ToLookup(file => Path.GetFileName(file.Path) == SafetyFile);
        var rules = RuleBook.Build(builder, safety[false]);
        var safetyRules = RuleBook.Build(builder with { Always = true }, safety[true]);
        var excuses = safety[true].SelectMany(file => file.List("unless")).Select(builder.Notion).ToList();
        int? time = lists.ContainsKey(TimeList) ? builder.Notion($"<{TimeList}>") : null;
        var mender = new WordMender(lexicon, new Spelling(lexicon.Words), classes);
        var listener = new Listener(lexicon, reader, mender, classes, time);
        var file = new LearnedFile(folder);
        var kept = file.Read(classes.Endings);
        var meanings = kept?.Meanings ?? Meanings.Read(folder, classes.Endings);

        IReadOnlyList<Trait> Notice(SampleSentence sample)
        {
            var heard = listener.Listen(sample.Text, []);
            return SentenceTraits.Of(heard.Words, meanings, rules.Fitting(heard, sample.Awaiting), sample.Awaiting);
        }

        return new LanguagePhrases
        {
            Listener = listener,
            Classes = classes,
            Rules = rules,
            SafetyRules = safetyRules,
            Excuses = excuses,
            Meanings = meanings,
            Taught = kept is null ? file.Learn(Notice) : kept.Judge,
        };
    }

    private static bool HoldsPhrases(string path) =>
        !path.EndsWith(SamplesName, StringComparison.Ordinal)
        && Path.GetFileName(path) != Meanings.FileName
        && !Path.GetFileName(path).StartsWith(TimesName, StringComparison.Ordinal);

    private static WordClasses WordClassesOf(List<PhraseFile> files)
    {
        HashSet<string> Set(string name) => [.. files.SelectMany(file => file.List(name)).SelectMany(PhraseFile.Split)];

        return new WordClasses
        {
            WrittenOut = files.SelectMany(file => file.Section("written_out"))
                .ToDictionary(entry => entry.Name, entry => entry.Texts.SelectMany(PhraseFile.Split).ToArray()),
            Fillers = Set("fillers"),
            Vocatives = Set("vocatives"),
            Light = Set("light"),
            Openers = Set("openers"),
            Joins = Set("joins"),
            Numbers = Set("numbers"),
            Everyday = Set("everyday"),
            Heads = Set("heads"),
            Endings = [.. files.SelectMany(file => file.List("endings")).SelectMany(PhraseFile.Split)],
        };
    }
}
