using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard;

/// <summary>What a click of the organiser comes to.</summary>
internal delegate Task<TResult> ResidentAct<TResult>(AssistantDb db, Resident resident, Watch watch, DateTimeOffset now);

/// <summary>A click of the organiser about a resident of her own neighbourhood: one transaction, and the work is woken.</summary>
internal sealed class ResidentDesk(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, TickSignal signal)
{
    /// <returns>What the act comes to; the default where she lives elsewhere or is served no more, and then nothing is done.</returns>
    public async Task<TResult?> DoAsync<TResult>(
        Guid? neighbourhood, ResidentId id, ResidentAct<TResult> act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch
            || await db.Set<Resident>().SingleOrDefaultAsync(
                r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood && r.ServiceEndedAt == null, cancellationToken) is not { } resident)
        {
            return default;
        }

        var result = await act(db, resident, watch, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return result;
    }
}
