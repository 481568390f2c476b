using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Looks once in a while whether somebody is on duty in the coming week.</summary>
public sealed class WarnUncoveredDuty(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>Warns of every uncovered stretch that nobody was warned of.</summary>
    /// <returns>How many warnings went into the outbox.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken) => Overtaken.AgainAsync(
        async cancel =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await OneNode.AtATimeAsync(db, OneNode.Plans, cancel);
            var warnings = await DutyWarning.WarnAsync(db, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return warnings;
        },
        cancellationToken);
}
