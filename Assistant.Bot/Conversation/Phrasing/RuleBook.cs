namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>The rules of one language, and which of them fits a sentence best.</summary>
internal sealed class RuleBook
{
    private const double WeightOfAnswer = 1.5;
    private readonly List<SentenceRule> sentences = [];
    private readonly List<TogetherRule> together = [];
    private readonly Dictionary<string, List<SentenceRule>> slots = [];
    private readonly Dictionary<string, int[]> never = [];
    private readonly HashSet<string> questions = [];

    /// <exception cref="FormatException">A template is not well formed; says in which file.</exception>
    public static RuleBook Build(RuleBuilder builder, IEnumerable<PhraseFile> files)
    {
        var book = new RuleBook();
        foreach (var file in files)
        {
            try
            {
                foreach (var intent in file.Intents())
                {
                    book.Add(builder, intent);
                }
            }
            catch (FormatException fault)
            {
                throw new FormatException($"{file.Path}: {fault.Message}", fault);
            }
        }

        return book;
    }

    /// <summary>Every rule that fits, the weightiest first; answers to the open question go before other readings.</summary>
    public IReadOnlyList<Match> Fitting(Heard heard, string? awaiting)
    {
        var matches = new List<Match>();
        var matcher = new SentenceMatcher(heard);
        foreach (var rule in sentences)
        {
            Keep(rule.Awaiting, rule.Awaiting.Length == 0 || rule.Awaiting == awaiting ? matcher.Try(rule) : null);
        }

        foreach (var rule in together)
        {
            Keep(rule.Awaiting, rule.Awaiting.Length == 0 || rule.Awaiting == awaiting ? rule.Try(heard) : null);
        }

        matches.Sort((left, right) => (right.Weight, right.Confidence).CompareTo((left.Weight, left.Confidence)));
        return matches;

        void Keep(string answers, Match? match)
        {
            if (match is not null)
            {
                matches.Add(answers.Length == 0 ? match : match with { Weight = match.Weight + WeightOfAnswer });
            }
        }
    }

    /// <summary>Whether any template answers this open question; to others people answer in ways nobody wrote down.</summary>
    public bool Answers(string question) => questions.Contains(question);

    /// <summary>Whether something was said beside which this intent is never meant, unless a template says so.</summary>
    public bool Forbids(string intent, Heard heard) => never.TryGetValue(intent, out var notions) && heard.HasAny(notions);

    /// <summary>The slots of an intent, wherever they stand in the sentence.</summary>
    public IReadOnlyDictionary<string, string> SlotsOf(string intent, Heard heard)
    {
        var found = new Dictionary<string, string>();
        var matcher = new SentenceMatcher(heard);
        foreach (var rule in slots.GetValueOrDefault(intent, []))
        {
            foreach (var (slot, words) in matcher.Try(rule)?.Slots ?? new Dictionary<string, string>())
            {
                found.TryAdd(slot, words);
            }
        }

        return found;
    }

    private void Add(RuleBuilder builder, IntentPhrases intent)
    {
        foreach (var template in intent.Sentences)
        {
            Add(builder, intent.Intent, template, "");
        }

        foreach (var (question, answers) in intent.Awaiting)
        {
            questions.Add(question);
            foreach (var template in answers)
            {
                Add(builder, intent.Intent, template, question);
            }
        }

        never[intent.Intent] = [.. never.GetValueOrDefault(intent.Intent, []), .. intent.Never.Select(builder.Notion)];
        if (intent.Slots.Count > 0)
        {
            slots[intent.Intent] = [.. intent.Slots.SelectMany(template => builder.Sentence(intent.Intent, template, ""))];
        }
    }

    private void Add(RuleBuilder builder, string intent, string template, string question)
    {
        var (inOrder, any) = builder.Rules(intent, template, question);
        sentences.AddRange(inOrder);
        together.AddRange(any);
    }
}
