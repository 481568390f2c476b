namespace Assistant.Bot.Conversation;

/// <summary>A piece of a text, in characters.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}
