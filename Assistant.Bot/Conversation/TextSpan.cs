namespace Assistant.Bot.Conversation;

/// <summary>A piece of a text, in characters.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public string Of(string text) => text.Substring(Start, Length);

    public bool Overlaps(int start, int length) => Start < start + length && start < End;
}
