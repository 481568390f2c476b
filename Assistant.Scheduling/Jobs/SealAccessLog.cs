using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Gives what was written in the access log its place in the chain.</summary>
public sealed class SealAccessLog(IDbContextFactory<AssistantDb> contexts) : IDueJob
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await AccessChain.SealAsync(db, cancellationToken);
    }
}
