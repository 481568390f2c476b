using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Delivery;

/// <summary>Takes up due messages and reads them; one that cannot be read costs no other its moment.</summary>
internal sealed class DueMessages(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, ILogger log)
{
    /// <summary>How long a message that cannot be read is put off, while it is worth sending. Default 5 min. (choice)</summary>
    /// <remarks>It may have been written by a newer version of the program that runs beside this one.</remarks>
    public static readonly TimeSpan PutOff = TimeSpan.FromMinutes(5);

    /// <summary>Takes up one batch.</summary>
    /// <returns>What can be read of it.</returns>
    public async Task<List<OutboundMessage>> TakeUpAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<Guid, int> mine;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            mine = await RowClaim.TakeUpAsync<OutboundMessage>(db, clock.GetUtcNow(), cancellationToken);
        }

        var messages = new List<OutboundMessage>();
        if (mine.Count == 0)
        {
            return messages;
        }

        var fault = await OneAtATime.TryAsync(
            $"Reading {mine.Count} messages", async cancel => messages = await ReadAsync(mine.Keys, cancel), log, cancellationToken);
        return fault is null || StoreFault.IsAway(fault) ? messages : await OneByOneAsync(mine, cancellationToken);
    }

    private async Task<List<OutboundMessage>> OneByOneAsync(IReadOnlyDictionary<Guid, int> mine, CancellationToken cancellationToken)
    {
        var messages = new List<OutboundMessage>();
        foreach (var (id, attempt) in mine)
        {
            var fault = await OneAtATime.TryAsync(
                $"Message {id}", async cancel => messages.AddRange(await ReadAsync([id], cancel)), log, cancellationToken);
            if (fault is not null && !StoreFault.IsAway(fault))
            {
                await OneAtATime.TryAsync(
                    $"Putting off message {id}", cancel => PutOffAsync(MessageId.From(id), attempt, fault, cancel), log, cancellationToken);
            }
        }

        return messages;
    }

    private async Task<List<OutboundMessage>> ReadAsync(IEnumerable<Guid> rows, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = rows.Select(MessageId.From).ToList();
        return await db.Set<OutboundMessage>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
    }

    // Shown among what did not arrive; what is worth nothing any more is not tried again.
    private async Task PutOffAsync(MessageId id, int attempt, Exception fault, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var (message, shown) = (db.Set<OutboundMessage>().Where(m => m.Id == id && m.Attempt == attempt), $"A fault of our own: {fault.GetType().Name}.");
        await message.Where(m => m.ValidUntil > now).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.NextActionAt, now + PutOff).SetProperty(m => m.Fault, shown), cancellationToken);
        await message.Where(m => m.ValidUntil <= now).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.NextActionAt, (DateTimeOffset?)null)
                .SetProperty(m => m.State, MessageState.Failed).SetProperty(m => m.Fault, shown),
            cancellationToken);
    }
}
