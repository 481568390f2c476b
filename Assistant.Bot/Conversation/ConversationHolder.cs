using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation;

/// <summary>What is kept of what she said, and what we asked.</summary>
internal sealed class ConversationHolder : IPersonalDataHolder
{
    /// <summary>How long what was said is kept. Default 30 days. (CARE §8)</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public string Room => "Conversation";

    // What was said on a telephone that two share is nobody's in particular: it is in neither's copy, and goes by its time.
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("What she said, to answer it; 30 days.", (db, who) =>
        {
            var hers = $"{who.Person}";
            return db.Set<InboxMessage>().Where(m => m.Queue == hers);
        }),
        HeldRows.Of("What she was asked and has not answered.", (db, who) => db.Set<OpenQuestion>().Where(q => q.PersonId == who.Person)),
    ];

    public async Task<int> EraseExpiredAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Keep;
        return await db.Set<InboxMessage>().Where(m => m.ReceivedAt < before && m.NextActionAt == null).ExecuteDeleteAsync(cancellationToken)
            + await db.Set<OpenQuestion>().Where(q => q.ValidUntil < before).ExecuteDeleteAsync(cancellationToken);
    }
}
