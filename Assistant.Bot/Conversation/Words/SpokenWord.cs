namespace Assistant.Bot.Conversation.Words;

/// <summary>One word as the phrases know it, and where it stood in what was said or typed.</summary>
/// <param name="Text">Lower case, without accents; a contraction is written out, one word each.</param>
/// <param name="Start">Index of its first character in the original text.</param>
/// <param name="Length">Characters in the original text.</param>
/// <param name="AfterBreak">A comma, full stop or other pause stood before it.</param>
internal readonly record struct SpokenWord(string Text, int Start, int Length, bool AfterBreak)
{
    public int End => Start + Length;
}
