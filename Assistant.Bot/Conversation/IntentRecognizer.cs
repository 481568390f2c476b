using Assistant.Bot.Conversation.Phrasing;
using Assistant.Bot.Conversation.Safety;

namespace Assistant.Bot.Conversation;

/// <summary>
/// Finds what a sentence means. Call <c>new IntentRecognizer(PhraseBook.Load(folder)).Recognize(text, "nl", awaiting,
/// timeSpans)</c>; it never throws for what somebody said, and always answers.
/// </summary>
/// <remarks>
/// 1. Words: plain, mended, small ones known as such. 2. Safety words, before anything else. 3. Templates: the one that
/// speaks of most of the sentence wins. 4. Two clauses that each mean something of their own: the first is the intent,
/// the others are <c>also</c>. 5. Where nothing fits: likeness to the samples, or <c>other</c>.
/// </remarks>
internal sealed class IntentRecognizer(PhraseBook phrases)
{
    /// <summary>Under this confidence the speaker is asked what was meant.</summary>
    public const double AskBelow = 0.6;

    /// <summary>The least likeness to a sample that counts as understood.</summary>
    private const double LeastLikeness = 0.48;

    /// <summary>How much liker than the next intent it has to be.</summary>
    private const double LeastLead = 0.05;

    /// <summary>
    /// Likeness does not hear a "not" or a "yesterday": what would be written down about medicine, safety, consent or a
    /// concern is never guessed; the speaker can be asked, with <see cref="Understanding.Otherwise"/>.
    /// </summary>
    private static readonly string[] NeverGuessed =
        ["medication.taken", "medication.skipped", "medication.later", "safety.", "responder.", "privacy.", "pause."];

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
        var finding = SafetyWords.Read(spoken, heard, awaiting);
        var whole = ByTemplate(spoken, heard, awaiting);
        var understood = ClauseReader.Read(spoken, heard, whole, clause => ByTemplate(spoken, clause, awaiting))
            ?? ByLikeness(spoken, heard);
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
        Trace = [$"safety words: {finding.Sign}", .. understood.Trace],
    };

    private static Understanding? ByTemplate(LanguagePhrases spoken, Heard heard, string? awaiting)
    {
        var fitting = spoken.Rules.Fitting(heard, awaiting);
        if (fitting.Count == 0)
        {
            return null;
        }

        var best = fitting[0];
        return new Understanding
        {
            Intent = best.Intent,
            Confidence = best.Confidence,
            Otherwise = fitting.FirstOrDefault(match => match.Intent != best.Intent)?.Intent,
            Slots = Slots(spoken, heard, best),
            Trace = [$"template of {best.Intent}: {best.Template}", .. Corrections(heard)],
        };
    }

    private static Dictionary<string, string> Slots(LanguagePhrases spoken, Heard heard, Match best)
    {
        var slots = new Dictionary<string, string>(best.Slots);
        foreach (var (slot, words) in spoken.Rules.SlotsOf(best.Intent, heard))
        {
            slots.TryAdd(slot, words);
        }

        return slots;
    }

    private static Understanding ByLikeness(LanguagePhrases spoken, Heard heard)
    {
        var (best, next) = spoken.Resemblance.Likest(heard);
        var isLike = best.Intent != Understanding.Other
            && !NeverGuessed.Any(kind => best.Intent.StartsWith(kind, StringComparison.Ordinal))
            && best.Degree >= LeastLikeness
            && best.Degree - next.Degree >= LeastLead;
        return new Understanding
        {
            Intent = isLike ? best.Intent : Understanding.Other,
            Confidence = isLike ? Math.Min(0.25 + best.Degree, 0.9) : Math.Clamp(1 - best.Degree, 0, 1),
            Otherwise = isLike ? next.Intent : best.Intent,
            Slots = isLike ? spoken.Rules.SlotsOf(best.Intent, heard) : new Dictionary<string, string>(),
            Trace = [$"no template; like {best.Intent} {best.Degree:0.00}: {best.Sample}", .. Corrections(heard)],
        };
    }

    private static IEnumerable<string> Corrections(Heard heard) => heard.Corrections.Select(note => $"read {note}");
}
