namespace Assistant.Bot.Conversation.Safety;

/// <summary>
/// Hears danger twice: by the safety words, which decide, and by what the samples taught, which hears cries that nobody
/// wrote a rule for. Missing one is worse than asking once too often: what may be about life, but is not sure, is distress,
/// and then she is asked how she is.
/// </summary>
internal static class Danger
{
    private const string Emergency = "safety.emergency";
    private const string Distress = "safety.distress";

    /// <summary>From this chance on a danger that no safety word tells of is believed.</summary>
    private const double Believed = 0.81;

    /// <summary>The same where a template says that something else is meant, or something excuses the sign.</summary>
    private const double BelievedAgainstReason = 0.93;

    /// <summary>From this chance on it is believed to be about life.</summary>
    private const double BelievedEmergency = 0.8;

    /// <summary>From this chance on nothing that it may also be is written down unasked.</summary>
    private const double Possible = 0.5;

    public static bool IsPossible(Impression impression) =>
        impression.Chances is { } chances && chances.GetValueOrDefault(Emergency) + chances.GetValueOrDefault(Distress) >= Possible;

    public static SafetyFinding Read(LanguagePhrases spoken, Impression impression)
    {
        var finding = SafetyWords.Read(spoken, impression.Heard, impression.Awaiting);
        return finding.Concern == Concern.None && impression.Chances is { } chances
            ? ByTheSamples(chances, impression, SafetyWords.IsExcused(spoken, impression.Heard))
            : finding;
    }

    private static SafetyFinding ByTheSamples(IReadOnlyDictionary<string, float> chances, Impression impression, bool isExcused)
    {
        var emergency = chances.GetValueOrDefault(Emergency);
        var either = emergency + chances.GetValueOrDefault(Distress);
        return either < (isExcused || impression.Fitting.Count > 0 ? BelievedAgainstReason : Believed)
            ? SafetyFinding.Nothing
            : new SafetyFinding(
                emergency >= BelievedEmergency ? Concern.Emergency : Concern.Distress, "like the samples of danger", impression.Heard.Text);
    }
}
