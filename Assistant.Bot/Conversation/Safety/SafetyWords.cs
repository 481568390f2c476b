using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation.Safety;

/// <summary>
/// Looks for signs of danger and despair, before anything else is done with a sentence. Fixed rules, the same answer
/// every time: <c>new SafetyWords(phrases).Read(text, "nl")</c>. The signs and what excuses them (dreams, television,
/// figures of speech, long ago) are data in <c>safety.yaml</c>. Missing one is worse than asking once too often.
/// </summary>
internal sealed class SafetyWords(PhraseBook phrases)
{
    private const string EmergencyIntent = "safety.emergency";

    /// <param name="text">What was said.</param>
    /// <param name="language">One of <see cref="PhraseBook.Languages"/>.</param>
    /// <param name="awaiting">The open question, if any: "nee" to "Bent u in orde?" is a sign by itself.</param>
    public SafetyFinding Read(string text, string language, string? awaiting = null)
    {
        var spoken = phrases.In(language);
        return Read(spoken, spoken.Listener.Listen(text, []), awaiting);
    }

    /// <summary>The same for a sentence that has been listened to already.</summary>
    /// <remarks>
    /// An excuse speaks for its own clause only: "vorig jaar viel ik ook, en nu lig ik weer op de grond" is no story.
    /// So when the whole is excused, each clause is read again by itself.
    /// </remarks>
    public static SafetyFinding Read(LanguagePhrases spoken, Heard heard, string? awaiting)
    {
        var whole = Signs(spoken, heard, awaiting);
        if (whole.Concern == Concern.None || !IsExcused(spoken, heard))
        {
            return whole;
        }

        var clauses = Clauses.Of(heard, spoken.Classes);
        return clauses.Count < 2
            ? SafetyFinding.Nothing
            : clauses.Select(clause => spoken.Listener.Listen(clause.Of(heard.Text), []))
                .Where(clause => !IsExcused(spoken, clause))
                .Select(clause => Signs(spoken, clause, awaiting))
                .Append(SafetyFinding.Nothing)
                .MaxBy(finding => finding.Concern);
    }

    /// <summary>Whether it is told as a dream, a story, a figure of speech or long ago.</summary>
    public static bool IsExcused(LanguagePhrases spoken, Heard heard) => spoken.Excuses.Any(heard.Has);

    private static SafetyFinding Signs(LanguagePhrases spoken, Heard heard, string? awaiting)
    {
        var found = SafetyFinding.Nothing;
        foreach (var match in spoken.SafetyRules.Fitting(heard, awaiting))
        {
            var concern = match.Intent == EmergencyIntent ? Concern.Emergency : Concern.Distress;
            if (concern > found.Concern)
            {
                found = new SafetyFinding(concern, match.Template, heard.Text);
            }
        }

        return found;
    }
}
