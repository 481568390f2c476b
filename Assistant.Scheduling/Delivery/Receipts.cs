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
}

/// <summary>Writes down what channels tell afterwards. Late, repeated or shuffled news never moves a message back.</summary>
public sealed class Receipts(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
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
        while (await FindAsync(db, receipt, cancellationToken) is { } message && Next(message.State, receipt.State) is { } next)
        {
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
                return true;
            }
        }

        return false;
    }

    private static Task<OutboundMessage?> FindAsync(AssistantDb db, Receipt receipt, CancellationToken cancellationToken)
    {
        var messages = db.Set<OutboundMessage>().AsNoTracking();
        return receipt.Message is { } id
            ? messages.SingleOrDefaultAsync(m => m.Id == id, cancellationToken)
            : messages.FirstOrDefaultAsync(m => m.ProviderId == receipt.ProviderId, cancellationToken);
    }
}
