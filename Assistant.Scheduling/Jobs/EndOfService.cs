using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Ends what we do for a resident who moved or died: everything stops at once, and her circle hears it once.</summary>
public static class EndOfService
{
    /// <summary>Ends it within the current transaction; a second end changes nothing. Saves nothing itself.</summary>
    /// <remarks>Every row that waited is closed, so that what another worker has in hand is refused when it writes.</remarks>
    public static async Task EndAsync(AssistantDb db, ResidentId id, ServiceEnd why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A plan that is being made has seen her as she was: its rows are there when we look for them, or it sees that she left.
        await OneNode.AtATimeAsync(db, OneNode.Plans, cancellationToken);
        var resident = await db.Set<Resident>().SingleAsync(r => r.Id == id, cancellationToken);
        if (resident.ServiceEndedAt is not null)
        {
            return;
        }

        resident.EndService(now);
        await CancelDaysAsync(db, id, cancellationToken);
        await db.Set<Walkthrough>().Where(w => w.ResidentId == id && w.EndedAt == null).ForEachAsync(led => led.Stop(now), cancellationToken);
        db.RemoveRange(await db.Set<CheckIn>()
            .Where(c => c.ResidentId == id && c.State == CheckInState.Expected).ToListAsync(cancellationToken));
        await db.Set<Pause>().Where(p => p.ResidentId == id && p.EndedAt == null).ForEachAsync(pause => pause.End(now), cancellationToken);
        await new RingBook(db, now).LeaveAsync(id, cancellationToken);
        await new ConcernBook(db, now).EndAllAsync(id, cancellationToken);
        await new Outbox(db, now).WithdrawAsync(id, cancellationToken);
        await TellCircleAsync(db, resident, why, now, cancellationToken);
    }

    private static async Task CancelDaysAsync(AssistantDb db, ResidentId id, CancellationToken cancellationToken)
    {
        var open = await (
            from item in db.Set<PlanItem>()
            join reminder in db.Set<Reminder>() on item.Id equals reminder.Id
            where item.ResidentId == id && (item.State == PlanItemState.Planned || item.State == PlanItemState.Open)
            select new { Item = item, Reminder = reminder }).ToListAsync(cancellationToken);
        foreach (var one in open)
        {
            one.Item.Cancel();
            one.Reminder.Close();
        }
    }

    private static async Task TellCircleAsync(
        AssistantDb db, Resident resident, ServiceEnd why, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = (await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken)).Name;
        var circle = await db.Set<CircleMember>().AsNoTracking()
            .Where(c => c.ResidentId == resident.Id && c.AcceptedAt != null).ToListAsync(cancellationToken);
        var outbox = new Outbox(db, now);
        foreach (var person in circle.Select(member => member.PersonId))
        {
            var saying = Saying.Of(why is ServiceEnd.Died ? "service.died" : "service.ended").Naming(name, Ground.Telling(SharedKind.Errand, resident.Id));
            outbox.Put(person, $"service:{resident.Id}:ended:{person}", saying);
        }
    }
}
