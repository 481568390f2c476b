using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Tells the places where a question was shown that it is answered, so that nobody is invited to press there any more.</summary>
/// <remarks>For the eye only. It follows the turn; where it is lost, an old button still hears that it was said.</remarks>
internal sealed class AnsweredQuestions(IDbContextFactory<AssistantDb> contexts, IEnumerable<IChannel> channels)
{
    /// <summary>The questions that a turn closes, as long as it is not saved.</summary>
    public static IReadOnlyList<OpenQuestion> ClosedBy(AssistantDb turn) =>
        [.. turn.ChangeTracker.Entries<OpenQuestion>().Where(q => q.State is EntityState.Deleted).Select(q => q.Entity)];

    /// <summary>Tells it.</summary>
    public async Task TellAsync(IReadOnlyList<OpenQuestion> closed, CancellationToken cancellationToken)
    {
        if (closed.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var hers in closed.GroupBy(question => question.PersonId, question => question.Subject))
        {
            var subjects = hers.ToHashSet();
            var asked = (await EarlierWords.SentToAsync(db, hers.Key, cancellationToken))
                .Where(m => m.Saying is { Choices.Count: > 0, Subject: { } subject } && subjects.Contains(subject)).Select(m => m.Id).ToList();
            foreach (var channel in channels)
            {
                await channel.RetireAsync(hers.Key, asked, cancellationToken);
            }
        }
    }
}
