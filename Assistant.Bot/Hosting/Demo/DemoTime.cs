using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>What the next moment is, and about whom.</summary>
/// <param name="At">When it comes.</param>
/// <param name="Kind">What kind of thing happens.</param>
/// <param name="Resident">The resident it is about; null where nobody of the demo's own neighbourhood is.</param>
/// <param name="Again">Whether it was spoken of before, and this is what follows on silence.</param>
internal sealed record DemoMoment(DateTimeOffset At, NextMomentKind Kind, string? Resident, bool Again);

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
        if (await NextMoment.FindAsync(db, cancellationToken) is not { } next)
        {
            return null;
        }

        var (resident, again) = await AboutAsync(db, next, cancellationToken);
        var name = await (
            from r in db.Set<Resident>()
            join p in db.Set<Person>() on r.PersonId equals p.Id
            where r.Id == resident && r.NeighbourhoodId == DemoPeople.Linden
            select p.Name).FirstOrDefaultAsync(cancellationToken);
        return new DemoMoment(next.At, next.Kind, name, again);
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

            var before = clock.GetUtcNow();
            clock.MoveTo(next.At);
            await SkipAsync(clock.GetUtcNow() - before, cancellationToken);
            await planning.RunAsync(cancellationToken);
            await ticker.TickAsync(cancellationToken);
            return next;
        }
        finally
        {
            oneMove.Release();
        }
    }

    // The timetable beats in the machine's time: it did not stand still in the hours that are skipped.
    private async Task SkipAsync(TimeSpan skipped, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<JobRun>().ForEachAsync(run => run.EndedAt += skipped, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<(ResidentId? Resident, bool Again)> AboutAsync(
        AssistantDb db, NextMoment next, CancellationToken cancellationToken)
    {
        switch (next.Kind)
        {
            case NextMomentKind.Reminder:
                var item = await db.Set<PlanItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == PlanItemId.From(next.RowId), cancellationToken);
                return (item?.ResidentId, item?.State is PlanItemState.Open);
            case NextMomentKind.CheckIn:
                var checkIn = await db.Set<CheckIn>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == CheckInId.From(next.RowId), cancellationToken);
                return (checkIn?.ResidentId, checkIn?.AskedAt is not null);
            case NextMomentKind.Concern:
                var concern = await db.Set<Concern>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == ConcernId.From(next.RowId), cancellationToken);
                return (concern?.ResidentId, concern?.AcknowledgedBy is not null);
            case NextMomentKind.Walkthrough:
                var walk = await db.Set<Walkthrough>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == WalkthroughId.From(next.RowId), cancellationToken);
                return (walk?.ResidentId, false);
            case NextMomentKind.Pause:
                return ((await db.Set<Pause>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == next.RowId, cancellationToken))?.ResidentId, false);
            default:
                return (null, false);
        }
    }
}
