using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>A reminder with what it speaks of and to whom.</summary>
internal sealed record DueReminder(Reminder Reminder, PlanItem Item, PersonId Person, int MostAnHour);

/// <summary>Looks at what surrounds a moment: what is told soon after it, and what was said in the hour before.</summary>
internal static class NearReminders
{
    /// <summary>What these residents will be told within the next minutes, or were not told because of their limit.</summary>
    /// <remarks>
    /// Two steps, so that the search begins with the few rows whose moment is near, whatever the planner of the database
    /// thinks. A row that somebody else has just taken up is left to him.
    /// </remarks>
    public static async Task<IReadOnlyList<DueReminder>> ReadAsync(
        AssistantDb db, IReadOnlyCollection<DueReminder> spoken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = spoken.Select(one => one.Item.Id).ToHashSet();
        var residents = spoken.Select(one => one.Item.ResidentId).Distinct().ToList();
        var until = now + Bundling.Together;
        var near = (await db.Set<Reminder>().AsNoTracking()
            .Where(r => r.NextActionAt > now && r.NextActionAt <= until)
            .Where(r => r.State == ReminderState.Waiting || r.State == ReminderState.HeldBack)
            .Where(r => db.Set<PlanItem>().Any(i => i.Id == r.Id && i.State == PlanItemState.Planned && residents.Contains(i.ResidentId)
                && (i.Importance == Importance.Mention || r.State == ReminderState.HeldBack)))
            .ToListAsync(cancellationToken)).FindAll(r => !taken.Contains(r.Id));
        if (near.Count == 0)
        {
            return [];
        }

        var ids = near.ConvertAll(r => r.Id);
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);

        // "Over tien minuten de soep" is said then, and no five minutes sooner.
        var free = near.FindAll(r => items[r.Id].Question is not AppointmentSource.ReminderQuestion && IsFree(r, items[r.Id], now));
        var held = await RowClaim.HoldAsync<Reminder>(db, free.ToDictionary(r => r.RowId, r => r.Attempt), cancellationToken);
        var whose = spoken.DistinctBy(one => one.Item.ResidentId).ToDictionary(one => one.Item.ResidentId);
        return [.. free.Where(r => held.IsStillHeld(r)).Select(r => new DueReminder(
            r, items[r.Id], whose[items[r.Id].ResidentId].Person, whose[items[r.Id].ResidentId].MostAnHour))];
    }

    /// <summary>How many messages these people heard unasked within the last hour.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, int>> HeardAsync(
        AssistantDb db, IReadOnlyCollection<PersonId> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return new Dictionary<PersonId, int>();
        }

        // What answers somebody goes where she spoke; whatever has no such place was our own idea.
        var since = now - TimeSpan.FromHours(1);
        return await db.Set<OutboundMessage>()
            .Where(m => people.Contains(m.To) && m.CreatedAt > since && m.Via == null)
            .Where(m => m.State != MessageState.Withdrawn && m.State != MessageState.Expired && m.State != MessageState.Failed)
            .GroupBy(m => m.To).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    private static bool IsFree(Reminder reminder, PlanItem item, DateTimeOffset now) => reminder.State is ReminderState.Waiting
        ? reminder.NextActionAt == item.SpeaksAt
        : reminder.NextActionAt > now + RowClaim.Lease;
}
