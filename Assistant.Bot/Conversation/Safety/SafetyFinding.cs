namespace Assistant.Bot.Conversation.Safety;

/// <summary>What the safety words say about a sentence.</summary>
/// <param name="Concern">None, distress or emergency.</param>
/// <param name="Sign">The template that raised it, for the explanation; empty without a concern.</param>
/// <param name="Quote">What gave it away, in the speaker's own words; empty without a concern.</param>
internal readonly record struct SafetyFinding(Concern Concern, string Sign, string Quote)
{
    public static SafetyFinding Nothing => new(Concern.None, "", "");
}
