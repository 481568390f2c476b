using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Safety;

namespace Assistant.Bot.Conversation;

/// <summary>
/// Finds what a sentence means. Call <c>new IntentRecognizer(PhraseBook.Load(folder)).Recognize(text, "nl", awaiting,
/// timeSpans)</c>; it never throws for what somebody said, and always answers.
/// </summary>
/// <remarks>
/// 1. Words: plain, mended, small ones known as such. 2. Danger, before anything else. 3. The templates that fit are held
/// against what the samples taught: the likeliest wins. 4. Two clauses that each mean something of their own: the first is
/// the intent, the others are <c>also</c>.
/// </remarks>
internal sealed class IntentRecognizer(PhraseBook phrases)
{
    /// <summary>Under this confidence the speaker is asked what was meant.</summary>
    public const double AskBelow = 0.6;

    /// <summary>The most confidence there is in what only the samples speak for, where guessing is forbidden.</summary>
    public const double AskedFirst = 0.55;

    /// <summary>Where a template fits, and its meaning is still less likely than this, none of ours was meant.</summary>
    private const double LeastWithTemplate = 0.2;

    /// <summary>The same where no template fits.</summary>
    private const double LeastUnsure = 0.5;

    /// <summary>Where it is hardly anything but one of ours, the likeliest of these is asked about from this chance on.</summary>
    private const double LeastOfOurs = 0.4;

    /// <summary>Up to this chance of meaning none of ours it is hardly anything but one of ours.</summary>
    private const double MostOther = 0.1;

    /// <summary>From so many words on somebody tells a story; what she asks in it is the likeliest from this chance on.</summary>
    private const int StoryFrom = 13;

    private const double LeastInStory = 0.3;

    /// <summary>The same as <see cref="MostOther"/>, in a story.</summary>
    private const double MostOtherInStory = 0.3;

    /// <summary>
    /// The same while a question is open that the samples do not know: a short answer to it may look like anything.
    /// </summary>
    private const double LeastToOtherQuestion = 0.97;

    /// <summary>A dose that no template speaks of is hardly ever meant: below this we rather ask again.</summary>
    private const double LeastTaken = 0.8;

    public const string Taken = "medication.taken";

    private const string TakenQuestion = "medication.taken?";

    /// <summary>In answer to its own question a dose is asked after from this chance on, whatever was said beside it.</summary>
    private const double LeastTakenAnswer = 0.75;

    private const string Chat = "companion.chat";

    /// <summary>From this chance on the samples agree with a template.</summary>
    private const double Agreed = 0.8;

    /// <summary>
    /// What would be written down about medicine, consent or a concern is never done on likeness alone: without a template
    /// the speaker is asked first.
    /// </summary>
    private static readonly string[] NeverGuessed =
        [Taken, "medication.skipped", "medication.later", "responder.", "privacy.", "pause."];

    /// <param name="text">What was said or typed, as it came.</param>
    /// <param name="language">One of <see cref="PhraseBook.Languages"/>.</param>
    /// <param name="awaiting">The open question, such as <c>medication.taken?</c>, when there is one.</param>
    /// <param name="times">Where in the text time expressions stand; they stay out of slots.</param>
    public Understanding Recognize(
        string text,
        string language,
        string? awaiting = null,
        IReadOnlyList<TextSpan>? times = null)
    {
        var spoken = phrases.In(language);
        var heard = spoken.Listener.Listen(text, times ?? []);
        var impression = Impression.Of(spoken, heard, awaiting);
        var finding = Danger.Read(spoken, impression);
        var whole = Read(spoken, impression);
        var understood = ClauseReader.Read(spoken, heard, whole, awaiting is not null, clause => Read(spoken, Impression.Of(spoken, clause, awaiting)));
        return finding.Concern == Concern.None ? understood : WithConcern(understood, finding);
    }

    /// <summary>A concern is the meaning, unless somebody of the circle is answering one.</summary>
    private static Understanding WithConcern(Understanding understood, SafetyFinding finding) => understood with
    {
        Intent = understood.Intent.StartsWith("responder.", StringComparison.Ordinal)
            ? understood.Intent
            : $"safety.{finding.Concern.ToString().ToLowerInvariant()}",
        Confidence = 0.95,
        Concern = finding.Concern,
        Trace = [$"danger: {finding.Sign}", .. understood.Trace],
    };

    private static Understanding Read(LanguagePhrases spoken, Impression impression)
    {
        var (heard, fitting) = (impression.Heard, impression.Fitting);
        var ranked = Weighing.Rank(impression.Chances, fitting)
            .Where(likely => !IsDanger(likely.Intent)).ToList();
        var isStory = IsStory(impression, ranked);
        var best = ranked.FirstOrDefault(likely => !isStory || likely.Intent != Understanding.Other, new Likely(Understanding.Other, 0));
        var template = fitting.FirstOrDefault(match => match.Intent == best.Intent);
        if (best.Intent == Understanding.Other
            || best.Chance < (template is null ? LeastByTaught(spoken, impression, ranked) : LeastWithTemplate)
            || (template is null && spoken.Rules.Forbids(best.Intent, heard) && !AnswersTaken(best, impression)))
        {
            return IsChat(impression, ranked) ? Told(spoken, impression) : Nothing(spoken, heard, ranked);
        }

        return new Understanding
        {
            Intent = best.Intent,
            Confidence = IsAskedFirst(spoken, best.Intent, template, impression) ? Math.Min(best.Chance, AskedFirst)
                : best.Intent == Chat ? Math.Max(best.Chance, AskBelow)
                : best.Chance,
            Otherwise = ranked.Skip(1).Select(likely => likely.Intent).FirstOrDefault(),
            Slots = Slots(spoken, heard, best.Intent, template),
            Trace = [.. Explanation.Of(spoken, heard, best, template), .. Explanation.Corrections(heard)],
        };
    }

    private static double LeastByTaught(LanguagePhrases spoken, Impression impression, List<Likely> ranked) =>
        impression.Awaiting is { } question && !spoken.Rules.Answers(question) ? LeastToOtherQuestion
        : ranked is [{ Intent: Taken }, ..] ? (impression.Awaiting == TakenQuestion ? LeastTakenAnswer : LeastTaken)
        : IsStory(impression, ranked) ? LeastInStory
        : ChanceOfOther(ranked) > MostOther ? LeastUnsure
        : LeastOfOurs;

    // What is asked drowns in what is told around it; but nobody tells us so much who wants nothing of us.
    private static bool IsStory(Impression impression, List<Likely> ranked) =>
        impression.Awaiting is null && impression.Heard.Count >= StoryFrom && ChanceOfOther(ranked) <= MostOtherInStory;

    private static double ChanceOfOther(List<Likely> ranked) =>
        ranked.FirstOrDefault(likely => likely.Intent == Understanding.Other).Chance;

    // "Ze zijn met water genuttigd": not sure enough to write down, too likely not to ask.
    private static bool AnswersTaken(Likely best, Impression impression) =>
        best is { Intent: Taken, Chance: >= LeastTakenAnswer } && impression.Awaiting == TakenQuestion;

    // What asks nothing of us is told to us or is not for us at all; both are harmless, so here the likelier of them counts.
    private static bool IsChat(Impression impression, List<Likely> ranked) =>
        impression.Chances is { } chances
        && chances.GetValueOrDefault(Chat) > chances.GetValueOrDefault(Understanding.Other)
        && ranked.TrueForAll(likely => likely.Intent is Chat or Understanding.Other || likely.Chance < chances[Chat]);

    private static Understanding Told(LanguagePhrases spoken, Impression impression)
    {
        var chat = new Likely(Chat, impression.Chances?[Chat] ?? 0);
        return new Understanding
        {
            Intent = Chat,
            Confidence = Math.Max(chat.Chance, AskBelow),
            Trace = [.. Explanation.Of(spoken, impression.Heard, chat, null), .. Explanation.Corrections(impression.Heard)],
        };
    }

    private static Understanding Nothing(LanguagePhrases spoken, Heard heard, List<Likely> ranked) => new()
    {
        Intent = Understanding.Other,
        Confidence = ranked is [{ Intent: Understanding.Other, Chance: var chance }, ..] ? chance : 0.5,
        Otherwise = ranked.Select(likely => likely.Intent).FirstOrDefault(intent => intent != Understanding.Other),
        Trace = [.. Explanation.OfNothing(spoken, heard, ranked), .. Explanation.Corrections(heard)],
    };

    private static bool IsDanger(string intent) => intent.StartsWith("safety.", StringComparison.Ordinal);

    // A dose that is written down as taken and was not is the worst we can mishear: template and samples must agree on it.
    private static bool IsAskedFirst(LanguagePhrases spoken, string intent, Match? template, Impression impression) =>
        IsNeverGuessed(intent)
        && (template is null
            || Danger.IsPossible(impression)
            || (intent == Taken && impression.Chances is { } chances
                && (chances.GetValueOrDefault(Taken) < Agreed || spoken.Rules.Forbids(Taken, impression.Heard))));

    private static bool IsNeverGuessed(string intent) =>
        NeverGuessed.Any(kind => intent.StartsWith(kind, StringComparison.Ordinal));

    private static Dictionary<string, string> Slots(LanguagePhrases spoken, Heard heard, string intent, Match? template)
    {
        var slots = new Dictionary<string, string>(template?.Slots ?? new Dictionary<string, string>());
        foreach (var (slot, words) in spoken.Rules.SlotsOf(intent, heard))
        {
            slots.TryAdd(slot, words);
        }

        return slots;
    }
}
