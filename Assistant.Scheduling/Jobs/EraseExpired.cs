using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Takes away what we need not keep any longer.</summary>
public sealed class EraseExpired(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>How long messages are kept. Default 90 days. (CARE §8)</summary>
    public static readonly TimeSpan KeepMessages = TimeSpan.FromDays(90);

    /// <summary>Erases everything whose time is over.</summary>
    /// <returns>How many rows were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var before = now - KeepMessages;
        return await AccessChain.ForgetAsync(db, now, cancellationToken) + await db.Set<OutboundMessage>()
            .Where(m => m.CreatedAt < before && m.NextActionAt == null)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
