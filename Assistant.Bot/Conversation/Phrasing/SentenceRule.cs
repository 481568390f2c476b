namespace Assistant.Bot.Conversation.Phrasing;

/// <summary>One step of a template: a notion, words to catch (<c>{what}</c>), or a gap (<c>..</c>).</summary>
/// <param name="Notion">The notion that must stand here; -1 for a gap, or a slot that takes any words.</param>
/// <param name="Slot">The name of the slot that catches the words; empty for none.</param>
/// <param name="Optional">May be left out.</param>
internal readonly record struct Part(int Notion, string Slot, bool Optional)
{
    public const int None = -1;

    public bool IsOpenSlot => Notion == None && Slot.Length > 0;

    public bool IsGap => Notion == None && Slot.Length == 0;
}

/// <summary>A template whose parts stand in this order and together make up the whole sentence.</summary>
/// <param name="Intent">What a sentence of this shape means.</param>
/// <param name="Template">As it is written in the phrases, for the explanation.</param>
/// <param name="Parts">The steps.</param>
/// <param name="Awaiting">The open question it answers; empty when it can be said at any time.</param>
internal sealed record SentenceRule(string Intent, string Template, IReadOnlyList<Part> Parts, string Awaiting)
{
    /// <summary>The notions without which it can never match: the quick first look.</summary>
    public IReadOnlyList<int> Required { get; init; } =
        [.. Parts.Where(part => part is { Notion: >= 0, Optional: false }).Select(part => part.Notion)];

    /// <summary>Counts however much of what was said falls into its gaps.</summary>
    public bool Always { get; init; }

    /// <summary>The notions that may be nowhere in the sentence.</summary>
    public IReadOnlyList<int> Absent { get; init; } = [];
}
