using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Takes away what we need not keep any longer.</summary>
public sealed class EraseExpired(
    IDbContextFactory<AssistantDb> contexts, IEnumerable<IPersonalDataHolder> holders, TimeProvider clock)
{
    /// <summary>Erases everything whose time is over.</summary>
    /// <returns>How many rows were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var erased = await AccessChain.ForgetAsync(db, now, cancellationToken);
        foreach (var holder in holders)
        {
            erased += await holder.EraseExpiredAsync(db, now, cancellationToken);
        }

        return erased;
    }
}
