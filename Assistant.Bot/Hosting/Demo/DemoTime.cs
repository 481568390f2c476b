using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>What the next moment is, and about whom.</summary>
/// <param name="At">When it comes.</param>
/// <param name="Kind">What kind of thing happens.</param>
/// <param name="Resident">The resident it is about.</param>
internal sealed record DemoMoment(DateTimeOffset At, NextMomentKind Kind, string Resident);

/// <summary>Moves the demo from moment to moment, so that a morning takes two minutes.</summary>
internal sealed class DemoTime(
    DemoClock clock, IDbContextFactory<AssistantDb> contexts, PlanTheDay planning, Ticker ticker) : IDisposable
{
    private readonly SemaphoreSlim oneMove = new(1, 1);

    public DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public void Dispose() => oneMove.Dispose();

    /// <summary>What would come next; null when nothing waits.</summary>
    public async Task<DemoMoment?> PeekAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await NextMoment.FindAsync(db, cancellationToken) is { } next
            ? new DemoMoment(next.At, next.Kind, await NameAsync(db, next, cancellationToken))
            : null;
    }

    /// <summary>Moves there, and lets everything happen that is due then.</summary>
    public async Task<DemoMoment?> MoveToNextAsync(CancellationToken cancellationToken)
    {
        await oneMove.WaitAsync(cancellationToken);
        try
        {
            await ticker.TickAsync(cancellationToken);
            if (await PeekAsync(cancellationToken) is not { } next)
            {
                return null;
            }

            clock.MoveTo(next.At);
            await planning.RunAsync(cancellationToken);
            await ticker.TickAsync(cancellationToken);
            return next;
        }
        finally
        {
            oneMove.Release();
        }
    }

    private static async Task<string> NameAsync(AssistantDb db, NextMoment next, CancellationToken cancellationToken)
    {
        var resident = next.Kind switch
        {
            NextMomentKind.Reminder => (await db.Set<PlanItem>().AsNoTracking()
                .SingleOrDefaultAsync(i => i.Id == PlanItemId.From(next.RowId), cancellationToken))?.ResidentId,
            NextMomentKind.CheckIn => (await db.Set<CheckIn>().AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == CheckInId.From(next.RowId), cancellationToken))?.ResidentId,
            NextMomentKind.Concern => (await db.Set<Concern>().AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == ConcernId.From(next.RowId), cancellationToken))?.ResidentId,
            _ => null,
        };
        return await (
            from r in db.Set<Resident>()
            join p in db.Set<Person>() on r.PersonId equals p.Id
            where r.Id == resident
            select p.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
    }
}
