using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>What was said to somebody before, for whoever repeats it, answers it or wants to say something else.</summary>
internal static class EarlierWords
{
    /// <summary>How far back we look. Default 60 messages: more than a week of anybody's.</summary>
    public const int Most = 60;

    /// <summary>The last things said to this person, the newest first.</summary>
    public static async Task<IReadOnlyList<Saying>> SaidToAsync(AssistantDb db, PersonId person, CancellationToken cancellationToken) =>
        [.. (await SentToAsync(db, person, cancellationToken)).Select(m => m.Saying)];

    /// <summary>The last messages to this person, the newest first.</summary>
    public static Task<List<OutboundMessage>> SentToAsync(AssistantDb db, PersonId person, CancellationToken cancellationToken) =>
        db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.To == person)
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Number).ThenByDescending(m => m.Id)
            .Take(Most).ToListAsync(cancellationToken);

    /// <summary>The saying that asked the speaker about this, by its button or its open question; null where none did.</summary>
    public static async Task<Saying?> AboutAsync(Turn turn, Guid subject, CancellationToken cancellationToken) =>
        (await SaidToAsync(turn.Db, turn.Speaker.Id, cancellationToken))
            .FirstOrDefault(s => s.Subject == subject && s.Question is not null);

    /// <summary>What was said before we asked for whom it was; empty where this button answers no such question.</summary>
    /// <remarks>"Later, om half negen" keeps its time, and the moment it names. Nothing of an hour ago comes back.</remarks>
    public static async Task<string> BeforeForWhomAsync(
        AssistantDb db, IReadOnlyCollection<PersonId> people, ChoiceValue pressed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - AskedQuestions.InTalk;
        var asked = await db.Set<OutboundMessage>().AsNoTracking().Where(m => people.Contains(m.To) && m.CreatedAt > since)
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Number).Take(Most).ToListAsync(cancellationToken);
        return asked.Select(m => m.Saying)
            .FirstOrDefault(s => s.Key == SharedTelephone.ForWhom && s.Choices.Any(c => OwnChoice.TryParse(c)?.Value == pressed))?
            .Values.GetValueOrDefault(SharedTelephone.Words) ?? "";
    }

    /// <summary>The choice whose button showed her these words; null where none did.</summary>
    public static ChoiceValue? Chosen(Turn turn, Saying asked, Wording wording)
    {
        var said = Plain(turn.Utterance.Text);
        var button = wording.Buttons(asked, turn.Speaker, turn.Now).FirstOrDefault(b => Plain(b.Title) == said);
        return ChoiceValue.TryParse(button?.Value);
    }

    private static string Plain(string words) =>
        string.Concat(words.Where(c => char.IsLetterOrDigit(c) || c == ' ')).Trim().ToUpperInvariant();
}
