using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What somebody is to be reminded of, in words that can be said back: "dat ik de was eruit haal" is "de was eruit halen". Pure.</summary>
internal static class SaidReminder
{
    /// <remarks>A title longer than this is a story. Default 60 characters: one line of large letters. (choice)</remarks>
    private const int Longest = 60;

    private const string Wake = "dayplan.label_wake";
    private const string Timer = "dayplan.label_timer";

    /// <summary>What it is; an alarm clock and a timer have words of their own; null where nothing was said.</summary>
    public static string? Title(string rest, SayPage page)
    {
        var words = SaidWhat.Words(Of(rest, page));
        var (lead, trail, small) = (SaidWhat.Set(page, "remember.lead"), SaidWhat.Set(page, "remember.trail"), SaidWhat.Set(page, "remember.small"));
        while (words is [var first, ..] && lead.Contains(first))
        {
            words.RemoveAt(0);
        }

        while (words is [.., var last] && trail.Contains(last))
        {
            words.RemoveAt(words.Count - 1);
        }

        // "Dat ik Els bel" is "Els bellen"; "dat ik naar yoga moet" ends in no verb that says what.
        var hasVerb = SaidWhat.Hears(rest, page, "remember.clause") && words is [.., var end] && !small.Contains(end);
        words.RemoveAll(small.Contains);
        words = hasVerb ? words.ConvertAll(word => Infinitive(word, page)) : words;

        var title = string.Join(' ', words);
        return title.Length > 0 ? title.Length > Longest ? title[..Longest].TrimEnd() : title
            : SaidWhat.Hears(rest, page, "remember.wake") ? $"={Wake}"
            : SaidWhat.Hears(rest, page, "remember.timer") ? $"={Timer}"
            : null;
    }

    /// <summary>What tells an alarm clock and a timer among what was kept: "de wekker" names the one that has no other words.</summary>
    public static string Marks(string rest, SayPage page) =>
        (SaidWhat.Hears(rest, page, "remember.wake") ? Mark(Wake) : "") + (SaidWhat.Hears(rest, page, "remember.timer") ? Mark(Timer) : "");

    private static string Mark(string key) => $" {key.Split('.')[^1]}";

    /// <summary>What is said besides "de wekker" and "mijn herinnering".</summary>
    public static string Of(string rest, SayPage page) =>
        SaidWhat.Strike(SaidWhat.Strike($" {string.Join(' ', SaidWhat.Words(rest))} ", page.Hears["dayplan.for_whom"]), page.Hears["remember.things"]);

    // "Ophaal" is "ophalen": what stands before the verb belongs to it.
    private static string Infinitive(string verb, SayPage page)
    {
        var parts = SaidWhat.Set(page, "remember.parts");
        foreach (var pair in page.Hears["remember.verbs"].Select(pair => pair.Split(' ')).Where(pair => pair.Length == 2))
        {
            if (verb.EndsWith(pair[0], StringComparison.OrdinalIgnoreCase)
                && verb[..^pair[0].Length] is var part && (part.Length == 0 || parts.Contains(part)))
            {
                return $"{verb[..^pair[0].Length]}{pair[1]}";
            }
        }

        return verb;
    }
}
