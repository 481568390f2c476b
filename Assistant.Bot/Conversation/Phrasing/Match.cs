namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>A rule that fits a sentence.</summary>
/// <param name="Intent">What it would mean.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Weight">How much of the sentence the rule speaks of; the weightiest match wins.</param>
/// <param name="Template">The rule as written.</param>
internal sealed record Match(string Intent, double Confidence, double Weight, string Template)
{
    /// <summary>The words caught, by slot.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = Nothing;

    private static readonly Dictionary<string, string> Nothing = [];
}
