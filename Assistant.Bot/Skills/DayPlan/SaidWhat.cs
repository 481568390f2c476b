using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What a thing on the list is, in the words that remain when times and everything around them are left out. Pure.</summary>
internal static class SaidWhat
{
    /// <remarks>A title longer than this is a story. Default 60 characters: one line of large letters. (choice)</remarks>
    private const int Longest = 60;

    /// <summary>"ik moet naar de kapper" is "kapper"; null where nothing is left.</summary>
    public static string? Title(string rest, SayPage page)
    {
        var plain = Strike(string.Join(' ', Words(rest)), page.Hears["dayplan.asides"]);
        var words = Words(Strike(Strike(plain, page.Hears["dayplan.for_whom"]), page.Hears["dayplan.whole_day"]));
        var (lead, trail) = (Set(page, "dayplan.lead"), Set(page, "dayplan.trail"));
        while (words is [var first, ..] && lead.Contains(first))
        {
            words.RemoveAt(0);
        }

        while (words is [.., var last] && trail.Contains(last))
        {
            words.RemoveAt(words.Count - 1);
        }

        var small = Set(page, "dayplan.small");
        var title = string.Join(' ', words.Where((word, at) => at == 0 || !small.Contains(word)));
        return title.Length == 0 ? null : title.Length > Longest ? title[..Longest].TrimEnd() : title;
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
