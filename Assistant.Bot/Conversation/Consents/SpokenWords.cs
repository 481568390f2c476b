using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Conversation.Consents;

/// <summary>What somebody said, to look in for names and for words the phrase files list.</summary>
internal sealed class SpokenWords(string text, SayPage page)
{
    private readonly string padded = Padded(text);

    /// <summary>Whether any of these words was said. Each is the beginning of a word, or several words.</summary>
    public bool Has(string list) => page.Hears[list].Any(word => padded.Contains(' ' + Plain(word), StringComparison.Ordinal));

    /// <summary>Whether this person was named: by her name, or by what she is to the resident.</summary>
    public bool Name(Confidant person) =>
        padded.Contains(Padded(person.Name), StringComparison.Ordinal)
        || (page.Hears.TryGetValue($"relation.{person.Relation}", out var words) && words.Any(word => padded.Contains(Padded(word), StringComparison.Ordinal)));

    private static string Padded(string words) => $" {Plain(words)} ";

    private static string Plain(string words) =>
        string.Join(' ', string.Concat(words.Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
