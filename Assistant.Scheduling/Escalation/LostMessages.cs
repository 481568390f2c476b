using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>What follows from messages that no channel brought. Most are only shown; two kinds are somebody's worry.</summary>
/// <remarks>
/// What asks a resident after her pills, her day or herself must reach her: when it cannot, people are asked to look,
/// once for the same question, and not while they are being asked already. Who was asked to look and cannot be reached
/// is not waited for: the next is asked at once.
/// </remarks>
public static class LostMessages
{
    /// <summary>How the dedupe keys begin of what a resident must hear.</summary>
    private static readonly string[] Matters = ["reminder:", "checkin:"];

    /// <summary>Adds what follows to the context, in the transaction in which the messages are given up; saves nothing.</summary>
    /// <inheritdoc cref="Undelivered"/>
    public static async Task TellAsync(
        AssistantDb db, IReadOnlyCollection<OutboundMessage> lost, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Read again: what was answered or withdrawn while it was under way is not lost.
        var ids = lost.Select(message => message.Id).ToList();
        var messages = (await db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => ids.Contains(m.Id) && m.About != null && m.Fault != Outbox.NoLongerNeeded).ToListAsync(cancellationToken))
            .Where(m => m.IsLost).OrderBy(m => m.Id.Value).ToList();
        foreach (var message in messages)
        {
            if (Matters.Any(key => message.DedupeKey.StartsWith(key, StringComparison.Ordinal)))
            {
                await WorryAsync(db, message, now, cancellationToken);
            }
            else if (message.Saying is { Question: Escalator.Question, Subject: { } concern })
            {
                var asked = await db.Set<Concern>().SingleOrDefaultAsync(c => c.Id == ConcernId.From(concern), cancellationToken);
                asked?.NotReached(message.To, now);
            }
        }
    }

    private static async Task WorryAsync(AssistantDb db, OutboundMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var resident = await db.Set<Resident>()
            .SingleOrDefaultAsync(r => r.Id == message.About && r.PersonId == message.To && r.ServiceEndedAt == null, cancellationToken);
        if (resident is null || await IsKnownAsync(db, resident.Id, cancellationToken))
        {
            return;
        }

        var cause = message.Saying.Subject ?? message.Id.Value;
        await new ConcernBook(db, now).RaiseAsync(ConcernKind.Undeliverable, resident.Id, cause, cancellationToken);
    }

    // Also what this very transaction added and did not save yet.
    private static async Task<bool> IsKnownAsync(AssistantDb db, ResidentId resident, CancellationToken cancellationToken) =>
        db.ChangeTracker.Entries<Concern>().Any(e => e.Entity.ResidentId == resident && e.Entity is { Kind: ConcernKind.Undeliverable, IsOver: false })
        || await db.Set<Concern>().AnyAsync(
            c => c.ResidentId == resident && c.Kind == ConcernKind.Undeliverable && c.State != ConcernState.Resolved, cancellationToken);
}
