namespace Assistant.Bot.Conversation.Days;

/// <summary>Whether words name a thing of somebody's day. Pure.</summary>
internal static class NamedThing
{
    /// <remarks>Shorter words are names or nothing: they count only as a whole.</remarks>
    private const int LeastLetters = 4;

    /// <remarks>"Kaarten" is the "kaartclub": words that begin alike so far are about the same.</remarks>
    private const int AlikeLetters = 5;

    /// <summary>How many words of the title were said; none where it is not meant.</summary>
    /// <param name="said">The words.</param>
    /// <param name="title">What the thing is called.</param>
    /// <param name="small">Words that name nothing, as "de" and "komt"; in capitals or not.</param>
    public static int Score(string said, string title, IEnumerable<string> small)
    {
        var nothing = new HashSet<string>(small, StringComparer.OrdinalIgnoreCase);
        var words = Words(said);
        return Words(title).Where(word => !nothing.Contains(word))
            .Count(word => word.Length < LeastLetters
                ? words.Contains(word, StringComparer.OrdinalIgnoreCase)
                : said.Contains(word, StringComparison.OrdinalIgnoreCase) || words.Any(one => AreAlike(one, word)));
    }

    /// <summary>Whether it is named at all.</summary>
    public static bool IsIn(string said, string title) => Score(said, title, []) > 0;

    private static bool AreAlike(string one, string other) => one.Length >= AlikeLetters && other.Length >= AlikeLetters
        && one[..AlikeLetters].Equals(other[..AlikeLetters], StringComparison.OrdinalIgnoreCase);

    private static string[] Words(string text) =>
        text.Split((char[])[' ', ',', '.', '!', '?', ';', ':', '\n', '\t', '='], StringSplitOptions.RemoveEmptyEntries);
}
