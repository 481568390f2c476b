using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What a thing on the list is, in the words that remain when times and everything around them are left out. Pure.</summary>
internal static class SaidWhat
{
    /// <remarks>Shorter words are too easily a part of another.</remarks>
    private const int LeastLetters = 4;

    /// <remarks>A title longer than this is a story. Default 60 characters: one line of large letters. (choice)</remarks>
    private const int Longest = 60;

    /// <summary>"ik moet naar de kapper" is "kapper"; null where nothing is left.</summary>
    public static string? Title(string rest, SayPage page)
    {
        var words = Words(Strike(Strike(rest, page.Hears["dayplan.for_whom"]), page.Hears["dayplan.whole_day"]));
        var (lead, trail) = (Set(page, "dayplan.lead"), Set(page, "dayplan.trail"));
        while (words is [var first, ..] && lead.Contains(first))
        {
            words.RemoveAt(0);
        }

        while (words is [.., var last] && trail.Contains(last))
        {
            words.RemoveAt(words.Count - 1);
        }

        var title = string.Join(' ', words);
        return title.Length == 0 ? null : title.Length > Longest ? title[..Longest].TrimEnd() : title;
    }

    /// <summary>Whether these words name that title: by a word of it, or all of it where it is short.</summary>
    public static bool Names(string rest, string title)
    {
        var words = Words(title).Where(word => word.Length >= LeastLetters).DefaultIfEmpty(title);
        return words.Any(word => rest.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether any of these words of the phrase files was said.</summary>
    public static bool Hears(string text, SayPage page, string key)
    {
        var said = $" {string.Join(' ', Words(text))} ";
        return page.Hears[key].Any(word => said.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the first word is one of these.</summary>
    public static bool Begins(string text, SayPage page, string key) => Words(text) is [var first, ..] && Set(page, key).Contains(first);

    public static HashSet<string> Set(SayPage page, string key) => new(page.Hears[key], StringComparer.OrdinalIgnoreCase);

    public static string Strike(string text, IReadOnlyList<string> phrases)
    {
        var said = $" {text} ";
        foreach (var phrase in phrases.OrderByDescending(p => p.Length))
        {
            said = said.Replace($" {phrase} ", "  ", StringComparison.OrdinalIgnoreCase);
        }

        return said;
    }

    public static List<string> Words(string text) =>
        [.. text.Split((char[])[' ', ',', '.', '!', '?', ';', ':', '\n', '\t', '='], StringSplitOptions.RemoveEmptyEntries)];
}
