using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>All that one batch says: the messages, and what becomes of each thing they speak of.</summary>
internal sealed class Speech(AssistantDb db, DateTimeOffset now)
{
    private readonly List<OutboundMessage> messages = [];
    private readonly List<PlanItemId> opened = [];
    private readonly List<PlanItemId> told = [];
    private readonly List<PlanItemId> toldTooLate = [];

    /// <summary>Adds what one resident hears now; changes her reminders.</summary>
    /// <param name="hers">What is due, and what is near.</param>
    /// <param name="near">Which are only near: where nothing is said they stay as they are.</param>
    /// <param name="heard">How many messages she heard unasked in this hour.</param>
    public void Add(
        IReadOnlyCollection<KeyValuePair<DueReminder, NudgeDecision>> hers, IReadOnlyCollection<DueReminder> near, int heard)
    {
        var known = hers.ToDictionary(one => one.Key.Item.Id, one => one.Key);
        var isNear = near.Select(one => one.Item.Id).ToHashSet();
        var sayable = hers.Select(one => new Sayable(one.Key.Item, one.Value)).ToLookup(one => isNear.Contains(one.Item.Id));
        var bundle = Bundling.Of([.. sayable[false]], [.. sayable[true].Where(one => !one.IsAsked)], hers.First().Key.MostAnHour - heard);
        foreach (var telling in bundle.Messages)
        {
            var first = known[(telling.Asked ?? telling.Told[0]).Item.Id];
            messages.Add(ReminderMessage.Of(db, telling, first, now));
            foreach (var one in telling.Told)
            {
                Tell(known[one.Item.Id].Reminder, one.Item);
            }

            if (telling.Asked is { Decision: NudgeDecision.Ask ask } asked)
            {
                first.Reminder.Prompted(ask.LookAgainAt);
                opened.Add(asked.Item.Id);
            }
        }

        foreach (var held in bundle.HeldBack)
        {
            var again = now + Bundling.LookAgain;
            known[held.Item.Id].Reminder.HoldBack(now < held.Item.At && held.Item.At < again ? held.Item.At : again);
        }
    }

    /// <summary>Writes the messages and the things of the day; the reminders are written by who read them.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await PreparedRows.InsertAsync(db, messages, cancellationToken);
        await MoveAsync(opened, PlanItemState.Open, cancellationToken);
        await MoveAsync(told, PlanItemState.Done, cancellationToken);
        await MoveAsync(toldTooLate, PlanItemState.Unconfirmed, cancellationToken);
    }

    // What she hears before its time is not over: it may still move, and its moment is still to come.
    private void Tell(Reminder reminder, PlanItem item)
    {
        if (now < item.At)
        {
            reminder.Announce(item.At);
            return;
        }

        reminder.Told();
        (item.Importance is Importance.Mention ? told : toldTooLate).Add(item.Id);
    }

    private async Task MoveAsync(List<PlanItemId> items, PlanItemState to, CancellationToken cancellationToken)
    {
        if (items.Count > 0)
        {
            await db.Set<PlanItem>().Where(i => items.Contains(i.Id) && i.State == PlanItemState.Planned)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, to), cancellationToken);
        }
    }
}
