using System.Globalization;
using Assistant.Bot.Conversation.Learning;
using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation;

/// <summary>Says in a few lines what made an answer: the template, the words that weighed most, what was mended.</summary>
internal static class Explanation
{
    private const int MostWords = 4;

    /// <summary>Unit: characters.</summary>
    private const int LongestTemplate = 90;

    public static IEnumerable<string> Of(LanguagePhrases spoken, Heard heard, Likely best, Match? template)
    {
        if (template is not null)
        {
            yield return $"template of {best.Intent}: {Short(template.Template)}";
        }

        if (spoken.Taught is { } taught)
        {
            yield return $"samples of {best.Intent}: {Percent(best.Chance)}{MostBy(taught, heard, best.Intent)}";
        }
    }

    /// <summary>Why it was taken for none of ours.</summary>
    public static IEnumerable<string> OfNothing(LanguagePhrases spoken, Heard heard, IReadOnlyList<Likely> ranked) => ranked switch
    {
        [{ Intent: Understanding.Other } none, ..] => Of(spoken, heard, none, null),
        [var likeliest, ..] when spoken.Taught is { } taught =>
            [$"nothing is likely enough; the likeliest is {likeliest.Intent}: {Percent(likeliest.Chance)}{MostBy(taught, heard, likeliest.Intent)}"],
        _ => ["no template fits"],
    };

    public static IEnumerable<string> Corrections(Heard heard) => heard.Corrections.Select(note => $"read {note}");

    // A template may list a hundred words; its beginning tells which one it is.
    private static string Short(string template) => template.Length <= LongestTemplate ? template : template[..LongestTemplate] + "…";

    private static string Percent(double chance) => string.Create(CultureInfo.InvariantCulture, $"{100 * chance:0} %");

    private static string MostBy(SentenceJudge taught, Heard heard, string intent)
    {
        var words = SentenceTraits.ByWord(heard.Words)
            .Select(pair => (pair.Word, Weight: taught.WeightOf(pair.Trait, intent)))
            .Where(pair => pair.Weight > 0).OrderByDescending(pair => pair.Weight).Take(MostWords).Select(pair => pair.Word).ToList();
        return words.Count == 0 ? "" : $", most by {string.Join(", ", words)}";
    }
}
