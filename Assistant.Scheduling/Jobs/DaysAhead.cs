using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Makes the rows of the coming days equal to what residents chose, in the transaction of whoever asks.</summary>
public sealed class DaysAhead(DayPlanner planner, TimeProvider clock)
{
    /// <summary>Plans the days of one resident afresh, because something of hers changed a moment ago in this transaction.</summary>
    /// <returns>How many rows changed.</returns>
    public async Task<int> PlanAsync(AssistantDb db, ResidentId resident, CancellationToken cancellationToken)
    {
        // What changed is read back from the store, and so it is saved first.
        await db.SaveChangesAsync(cancellationToken);
        var person = await (
            from served in db.Set<Resident>()
            join one in db.Set<Person>() on served.PersonId equals one.Id
            where served.Id == resident
            select one).SingleAsync(cancellationToken);
        return await PlanAsync(db, [resident], person.Zone, cancellationToken);
    }

    /// <summary>Plans the days of residents who share a zone.</summary>
    /// <returns>How many rows changed.</returns>
    public async Task<int> PlanAsync(
        AssistantDb db, IReadOnlyCollection<ResidentId> some, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, OneNode.Plans, cancellationToken);
        var now = clock.GetUtcNow();

        // Asked within the transaction: somebody whose service ended a moment ago gets no new rows.
        var residents = await db.Set<Resident>()
            .Where(r => some.Contains(r.Id) && r.ServiceEndedAt == null).Select(r => r.Id).ToListAsync(cancellationToken);
        var changes = await planner.PlanAsync(db, residents, zone, now, cancellationToken);
        var checkIns = await CheckInPlanner.PlanAsync(db, residents, zone, now, cancellationToken);
        await new ReminderBook(db, now).FollowAsync(changes, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        // New rows go in by prepared statement: a street of 10,000 has 160,000 of them.
        await PreparedRows.InsertAsync(db, changes.Added, cancellationToken);
        await PreparedRows.InsertAsync(db, ReminderBook.For(changes.Added), cancellationToken);
        return checkIns + changes.Added.Count + changes.Moved.Count + changes.Restored.Count + changes.Cancelled.Count;
    }
}
