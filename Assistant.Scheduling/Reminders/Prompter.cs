using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>Speaks of things whose moment has come: the busiest path of the house, so it writes by prepared statement.</summary>
/// <remarks>
/// 1. The rule of nudging decides about each thing. 2. What is to be said is bundled for each resident, with what would
/// be said soon after. 3. State and messages are written, all of a batch together.
/// </remarks>
public static class Prompter
{
    private static readonly string[] Written = [nameof(Reminder.State), nameof(Reminder.Prompts), nameof(Reminder.NextActionAt), nameof(Reminder.Attempt)];

    /// <summary>Decides for these reminders and writes state and messages within the current transaction.</summary>
    public static async Task PromptAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await ReadAsync(db, claimed, cancellationToken);
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(d => d.Item.ResidentId).Distinct()], [Purpose.Reminders], now, cancellationToken);
        var decided = due.ToDictionary(one => one, one => NudgePolicy.Decide(one.Reminder, one.Item, agreed.ContainsKey(one.Item.ResidentId), now));
        var spoken = decided.Where(one => one.Value is NudgeDecision.Tell or NudgeDecision.Announce or NudgeDecision.Ask).ToList();
        foreach (var (one, decision) in decided.Except(spoken))
        {
            await EndAsync(db, one, decision, now, cancellationToken);
        }

        var near = spoken.Count == 0 ? [] : await NearReminders.ReadAsync(db, [.. spoken.Select(one => one.Key)], now, cancellationToken);
        spoken.AddRange(near.Select(one => KeyValuePair.Create(one, NudgePolicy.Decide(one.Reminder, one.Item, isWanted: true, now))));
        var speech = new Speech(db, now);
        var heard = await NearReminders.HeardAsync(
            db, [.. spoken.Where(one => !new Sayable(one.Key.Item, one.Value).IsPressing).Select(one => one.Key.Person).Distinct()], now, cancellationToken);
        foreach (var hers in spoken.GroupBy(one => one.Key.Person))
        {
            speech.Add([.. hers], near, heard.GetValueOrDefault(hers.Key));
        }

        await PreparedRows.MarkAsync(db, [.. decided.Keys.Concat(near).Select(d => d.Reminder)], Written, cancellationToken);
        await speech.WriteAsync(cancellationToken);
    }

    private static async Task<List<DueReminder>> ReadAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(PlanItemId.From).ToList();
        var due = await (
            from reminder in db.Set<Reminder>().AsNoTracking()
            join item in db.Set<PlanItem>() on reminder.Id equals item.Id
            join resident in db.Set<Resident>() on item.ResidentId equals resident.Id
            where ids.Contains(reminder.Id)
            orderby item.At
            select new DueReminder(reminder, item, resident.PersonId, resident.MostMessagesAnHour)).ToListAsync(cancellationToken);
        due.RemoveAll(d => !claimed.IsStillHeld(d.Reminder));
        return due;
    }

    private static async Task EndAsync(
        AssistantDb db, DueReminder one, NudgeDecision decision, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (decision)
        {
            case NudgeDecision.Leave:
                one.Reminder.Told();
                await CloseItemAsync(db, one, i => i.Told(), cancellationToken);
                break;
            case NudgeDecision.GiveUp:
                one.Reminder.GiveUp();
                await WorryAsync(db, one, i => i.LeaveUnconfirmed(), now, cancellationToken);
                break;
            case NudgeDecision.TooLate:
                one.Reminder.GiveUp();
                await WorryAsync(db, one, i => i.Expire(), now, cancellationToken);
                break;
            case NudgeDecision.Hush:
                one.Reminder.GiveUp();
                await CloseItemAsync(db, one, Leave, cancellationToken);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static async Task WorryAsync(
        AssistantDb db, DueReminder due, Action<PlanItem> end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await CloseItemAsync(db, due, end, cancellationToken);
        if (due.Item.TellsCircle)
        {
            await new ConcernBook(db, now).RaiseAsync(ConcernKind.Unanswered, due.Item.ResidentId, due.Item.Id.Value, cancellationToken);
        }
    }

    // Whatever she says of it later still counts.
    private static void Leave(PlanItem item)
    {
        if (item.State is PlanItemState.Planned)
        {
            item.Expire();
        }
        else
        {
            item.LeaveUnconfirmed();
        }
    }

    private static async Task CloseItemAsync(AssistantDb db, DueReminder due, Action<PlanItem> end, CancellationToken cancellationToken)
    {
        var item = await db.Set<PlanItem>().SingleAsync(i => i.Id == due.Item.Id, cancellationToken);
        if (item.State is PlanItemState.Planned or PlanItemState.Open)
        {
            end(item);
        }
    }
}
