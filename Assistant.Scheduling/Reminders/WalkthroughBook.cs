using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>The book of walkthroughs, opened in one unit of work at one moment; whoever opened it saves.</summary>
public sealed class WalkthroughBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>How long a step that is said again may still be answered. Default 1 h. (choice)</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromHours(1);

    /// <summary>Begins at the first step, or where she broke off a while ago; another one that was going is stopped.</summary>
    /// <param name="routine">The routine, with at least one step.</param>
    /// <param name="item">The thing of her day that begins it; null where she asks for it herself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Walkthrough> BeginAsync(Routine routine, PlanItem? item, CancellationToken cancellationToken)
    {
        var last = await LastAsync(routine.ResidentId, cancellationToken);
        if (last is { State: WalkthroughState.Going })
        {
            last.Stop(now);
        }

        var goesOn = last is { State: not WalkthroughState.Ended, EndedAt: { } ended } && last.RoutineId == routine.Id && last.Step < routine.Steps.Count
            && now - ended <= Walkthrough.GoesOnWithin;
        var begun = new Walkthrough
        {
            Id = WalkthroughId.New(now),
            ResidentId = routine.ResidentId,
            RoutineId = routine.Id,
            ItemId = item?.Id ?? (goesOn ? last?.ItemId : null),
            StartedAt = now,
        }.At(goesOn ? last?.Step ?? 0 : 0, now);
        db.Add(begun);
        if (item is not null)
        {
            await new ReminderBook(db, now).LeaveHerToItAsync(item, cancellationToken);
        }

        return begun;
    }

    /// <summary>Her last one, whatever became of it; null where there was none.</summary>
    public Task<Walkthrough?> LastAsync(ResidentId resident, CancellationToken cancellationToken) =>
        db.Set<Walkthrough>().Where(w => w.ResidentId == resident).OrderByDescending(w => w.EndedAt == null).ThenByDescending(w => w.StartedAt).ThenByDescending(w => w.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Says the steps again at which nothing was heard, or leaves her in peace; saves nothing.</summary>
    public static async Task LeadOnAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(WalkthroughId.From).ToList();
        var due = (await (
            from walkthrough in db.Set<Walkthrough>()
            join resident in db.Set<Resident>() on walkthrough.ResidentId equals resident.Id
            join routine in db.Set<Routine>() on walkthrough.RoutineId equals routine.Id
            where ids.Contains(walkthrough.Id)
            select new { Walkthrough = walkthrough, Resident = resident, Routine = routine }).ToListAsync(cancellationToken))
            .FindAll(one => claimed.IsStillHeld(one.Walkthrough));
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(one => one.Resident.Id).Distinct()], [Purpose.Reminders], now, cancellationToken);
        var outbox = new Outbox(db, now);
        foreach (var (walkthrough, resident, routine) in due.Select(one => (one.Walkthrough, one.Resident, one.Routine)))
        {
            if (!agreed.ContainsKey(resident.Id) || walkthrough.Step >= routine.Steps.Count)
            {
                walkthrough.Stop(now);
                continue;
            }

            var key = $"walkthrough:{walkthrough.Id}:{walkthrough.Attempt}";
            var saying = walkthrough.AskAgain(now) ? walkthrough.Say("steps.still", routine) : Saying.Of("steps.left");
            outbox.Put(resident.PersonId, key, saying, Ground.For(Purpose.Reminders, resident.Id), Validity);
        }
    }
}
