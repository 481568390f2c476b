using System.Diagnostics;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>Speaks of things whose moment has come: the busiest path of the house, so it writes by prepared statement.</summary>
public static class Prompter
{
    private static readonly string[] Written = [nameof(Reminder.State), nameof(Reminder.Prompts), nameof(Reminder.NextActionAt), nameof(Reminder.Attempt)];

    private sealed record Due(Reminder Reminder, PlanItem Item, PersonId Person);

    /// <summary>Decides for these reminders and writes state and messages within the current transaction.</summary>
    public static async Task PromptAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await ReadAsync(db, claimed, cancellationToken);
        var agreed = await Agreements.ReadAsync(
            db, [.. due.Select(d => d.Item.ResidentId).Distinct()], [Purpose.Reminders], now, cancellationToken);
        var messages = new List<OutboundMessage>();
        var opened = new List<PlanItemId>();
        foreach (var one in due)
        {
            switch (NudgePolicy.Decide(one.Reminder, one.Item, agreed.ContainsKey(one.Item.ResidentId), now))
            {
                case NudgeDecision.Tell:
                    one.Reminder.Told();
                    messages.Add(Message(db, one, one.Item.IsAllDay ? "day" : "mention", now));
                    await CloseItemAsync(db, one, i => i.Told(), cancellationToken);
                    break;
                case NudgeDecision.Ask ask:
                    one.Reminder.Prompted(ask.LookAgainAt);
                    messages.Add(Message(db, one, ask.Again ? "again" : "prompt", now));
                    opened.Add(one.Item.Id);
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

        await PreparedRows.MarkAsync(db, [.. due.Select(d => d.Reminder)], Written, cancellationToken);
        await PreparedRows.InsertAsync(db, messages, cancellationToken);
        await db.Set<PlanItem>().Where(i => opened.Contains(i.Id) && i.State == PlanItemState.Planned)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, PlanItemState.Open), cancellationToken);
    }

    private static async Task<List<Due>> ReadAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.Select(PlanItemId.From).ToList();
        var due = await (
            from reminder in db.Set<Reminder>().AsNoTracking()
            join item in db.Set<PlanItem>() on reminder.Id equals item.Id
            join resident in db.Set<Resident>() on item.ResidentId equals resident.Id
            where ids.Contains(reminder.Id)
            orderby item.At
            select new Due(reminder, item, resident.PersonId)).ToListAsync(cancellationToken);
        due.RemoveAll(d => !claimed.IsStillHeld(d.Reminder));
        return due;
    }

    // "medication.prompt", "routine.again": the words belong to whoever put the thing on the day.
    private static OutboundMessage Message(AssistantDb db, Due due, string word, DateTimeOffset now)
    {
        var (reminder, item, person) = due;
        var saying = Saying.Of($"{item.Source}.{word}").With("what", item.Title).With("at", item.At);
        if (word is not ("mention" or "day"))
        {
            saying = saying.Asking(item.Question, item.Id.Value, item.Choices.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return new OutboundMessage
        {
            Id = MessageId.New(now),
            To = person,
            Ground = Ground.For(Purpose.Reminders, item.ResidentId),
            DedupeKey = $"{ReminderBook.DedupePrefix(item.Id)}{reminder.Prompts}:{reminder.Snoozes}",
            Saying = saying,
            CreatedAt = now,
            Number = db.NextNumber(),
            ValidUntil = item.ValidUntil,
        }.Due(now);
    }

    private static async Task WorryAsync(
        AssistantDb db, Due due, Action<PlanItem> end, DateTimeOffset now, CancellationToken cancellationToken)
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

    private static async Task CloseItemAsync(AssistantDb db, Due due, Action<PlanItem> end, CancellationToken cancellationToken)
    {
        var item = await db.Set<PlanItem>().SingleAsync(i => i.Id == due.Item.Id, cancellationToken);
        if (item.State is PlanItemState.Planned or PlanItemState.Open)
        {
            end(item);
        }
    }
}
