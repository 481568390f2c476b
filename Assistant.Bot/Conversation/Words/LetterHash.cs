namespace Assistant.Bot.Conversation.Words;

/// <summary>The number that the letters of a word make, so that nothing is copied while listening.</summary>
/// <remarks>Source: FNV-1a, 64 bits (Fowler, Noll and Vo).</remarks>
internal static class LetterHash
{
    public const ulong Offset = 14695981039346656037;
    public const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
