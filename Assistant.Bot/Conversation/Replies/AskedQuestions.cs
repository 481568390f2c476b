using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>What was asked stays open until it is answered, or until nobody waits for it any more.</summary>
internal static class AskedQuestions
{
    /// <summary>How long a question that came up in a talk waits for its answer. Default 10 min. (choice)</summary>
    /// <remarks>A "yes" of an hour later is about something else; what the day asks waits as long as it is valid.</remarks>
    public static readonly TimeSpan InTalk = TimeSpan.FromMinutes(10);

    /// <summary>Leaves the question of a message open, if it asks one; saves nothing.</summary>
    public static async Task LeaveOpenAsync(AssistantDb db, OutboundMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.Saying is not { Question: { } question, Subject: { } subject })
        {
            return;
        }

        var inTalk = message.DedupeKey.StartsWith(Turn.ReplyKey, StringComparison.Ordinal);
        var until = inTalk && now + InTalk < message.ValidUntil ? now + InTalk : message.ValidUntil;
        var open = await db.Set<OpenQuestion>().Where(o => o.PersonId == message.To).ToListAsync(cancellationToken);
        var number = open.Select(o => o.Number).DefaultIfEmpty().Max() + 1;
        if (open.SingleOrDefault(o => o.Key == question && o.Subject == subject) is not { } known)
        {
            db.Add(new OpenQuestion
            {
                PersonId = message.To, Key = question, Subject = subject, AskedAt = now, ValidUntil = until, Number = number,
            });
        }
        else
        {
            (known.AskedAt, known.Number) = (now, number);
            known.ValidUntil = known.ValidUntil > until ? known.ValidUntil : until;
        }
    }
}
