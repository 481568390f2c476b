using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Delivery;

/// <summary>News of a channel about a message that it took.</summary>
/// <param name="ProviderId">The channel's own id of the message.</param>
/// <param name="State">How far it got: accepted, delivered, read or failed.</param>
public sealed record Receipt(string ProviderId, MessageState State)
{
    /// <summary>Our id, where the channel tells it back; it names the message even when we never heard the channel's own.</summary>
    public MessageId? Message { get; init; }

    /// <summary>Why it failed, with the channel's code; without names, numbers or words of the message.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it failed because that place cannot be reached at all, so that trying there again does not help.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>Writes down what channels tell afterwards. Late, repeated or shuffled news never moves a message back.</summary>
public sealed class Receipts(IDbContextFactory<AssistantDb> contexts, Undelivered undelivered, TimeProvider clock)
{
    /// <summary>What a message becomes by this news.</summary>
    /// <param name="state">How far it got until now.</param>
    /// <param name="news">What the channel tells.</param>
    /// <returns>The new state; null when it stays as it is.</returns>
    /// <remarks>
    /// It goes over accepted and delivered to read, and skips what it likes; what was unknown went out after all. What
    /// failed or expired stays so, and what arrived cannot fail any more. While a message is in its sender's hands,
    /// "accepted" is the sender's to write; the rest may be told before the sender has written anything.
    /// </remarks>
    public static MessageState? Next(MessageState state, MessageState news) => (state, news) switch
    {
        (MessageState.Unknown, MessageState.Accepted) => news,
        (<= MessageState.Accepted or MessageState.Unknown, MessageState.Delivered) => news,
        (<= MessageState.Delivered or MessageState.Unknown, MessageState.Read) => news,
        (<= MessageState.Accepted or MessageState.Unknown, MessageState.Failed) => news,
        _ => null,
    };

    /// <summary>Notes one piece of news.</summary>
    /// <returns>Whether it changed anything; false when it was old, repeated, or about a message that is not ours.</returns>
    public async Task<bool> NoteAsync(Receipt receipt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        while (await FindAsync(db, receipt, cancellationToken) is { } message
            && Next(message.State, receipt.State) is { } next
            && !await IsOfAnEarlierTryAsync(db, message, receipt, cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

            // Compared and set: whoever else moved it in between is read again. What still waits is counted as taken
            // up, so that a sender who holds it can write nothing over it.
            var (waits, now) = (message.NextActionAt is not null ? 1 : 0, clock.GetUtcNow());
            var changed = await db.Set<OutboundMessage>()
                .Where(m => m.Id == message.Id && m.State == message.State && m.Attempt == message.Attempt)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.State, next)
                        .SetProperty(m => m.NextActionAt, (DateTimeOffset?)null)
                        .SetProperty(m => m.Attempt, m => m.Attempt + waits)
                        .SetProperty(m => m.SentAt, message.SentAt ?? now)
                        .SetProperty(m => m.ProviderId, receipt.ProviderId)
                        .SetProperty(m => m.Fault, receipt.Fault),
                    cancellationToken);
            if (changed == 1)
            {
                await FollowAsync(db, message, receipt, now, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return true;
            }
        }

        return false;
    }

    // What failed before, and is on its way again or arrived elsewhere, does not fail once more by the same news.
    private static async Task<bool> IsOfAnEarlierTryAsync(
        AssistantDb db, OutboundMessage message, Receipt receipt, CancellationToken cancellationToken) =>
        receipt.State is MessageState.Failed && message.ProviderId is not null
        && (message.State is MessageState.Queued || !await db.Set<OutboundMessage>()
            .AnyAsync(m => m.Id == message.Id && m.ProviderId == receipt.ProviderId, cancellationToken));

    // The place where it was sent fares well or badly by this news. Whom it did not reach is tried where else she is.
    private async Task FollowAsync(
        AssistantDb db, OutboundMessage message, Receipt receipt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var points = await (
            from reachability in db.Set<Reachability>()
            join point in db.Set<ContactPoint>() on reachability.ContactPointId equals point.Id
            where reachability.PersonId == message.To
            select point).ToListAsync(cancellationToken);
        var sentTo = points.SingleOrDefault(point => point.Id == message.SentVia);
        if (receipt.State is not MessageState.Failed)
        {
            sentTo?.Arrived(now);
            return;
        }

        var fault = receipt.Fault ?? "The channel says that it did not arrive.";
        if (receipt.IsFinal)
        {
            sentTo?.Refused(fault, now);
        }
        else
        {
            sentTo?.Failed(fault, now);
        }

        if (sentTo is not null && now < message.ValidUntil && points.Any(point => point != sentTo && point.RefusedSince is null))
        {
            await db.Set<OutboundMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, MessageState.Queued).SetProperty(m => m.NextActionAt, now), cancellationToken);
            return;
        }

        await undelivered(db, [message], now, cancellationToken);
    }

    private static Task<OutboundMessage?> FindAsync(AssistantDb db, Receipt receipt, CancellationToken cancellationToken)
    {
        var messages = db.Set<OutboundMessage>().AsNoTracking();
        return receipt.Message is { } id
            ? messages.SingleOrDefaultAsync(m => m.Id == id, cancellationToken)
            : messages.FirstOrDefaultAsync(m => m.ProviderId == receipt.ProviderId, cancellationToken);
    }
}
