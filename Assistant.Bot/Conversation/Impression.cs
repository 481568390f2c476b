using Assistant.Bot.Conversation.Learning;
using Assistant.Bot.Conversation.Phrasing;

namespace Assistant.Bot.Conversation;

/// <summary>A sentence beside everything that speaks for one meaning or another, before anything is decided.</summary>
/// <param name="Heard">The sentence.</param>
/// <param name="Awaiting">The open question; null when none is.</param>
/// <param name="Fitting">The templates that fit, the weightiest first.</param>
/// <param name="Chances">How likely each intent is by what the samples taught; null where there are too few of them.</param>
internal sealed record Impression(
    Heard Heard,
    string? Awaiting,
    IReadOnlyList<Match> Fitting,
    IReadOnlyDictionary<string, float>? Chances)
{
    public static Impression Of(LanguagePhrases spoken, Heard heard, string? awaiting)
    {
        var fitting = spoken.Rules.Fitting(heard, awaiting);
        var traits = SentenceTraits.Of(heard.Words, spoken.Meanings, fitting, awaiting);
        return new Impression(heard, awaiting, fitting, spoken.Taught?.Weigh(traits));
    }
}
