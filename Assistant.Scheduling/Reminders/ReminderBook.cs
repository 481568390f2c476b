using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>What the resident said about a thing of the day.</summary>
public enum ReminderAnswer
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>She leaves it out.</summary>
    Skipped,
}

/// <summary>The book of reminders, opened in one unit of work at one moment.</summary>
public sealed class ReminderBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>The reminders of things that are new.</summary>
    public static IReadOnlyList<Reminder> For(IReadOnlyList<PlanItem> added) =>
        [.. added.Select(item => new Reminder { Id = item.Id }.WaitUntil(item.SpeaksAt))];

    /// <summary>Lets the reminders of known things follow what planning changed.</summary>
    public async Task FollowAsync(PlanChanges changes, CancellationToken cancellationToken)
    {
        var touched = changes.Moved.Concat(changes.Restored).Concat(changes.Cancelled).ToDictionary(i => i.Id);
        var ids = touched.Keys.ToList();
        foreach (var reminder in await db.Set<Reminder>().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken))
        {
            var item = touched[reminder.Id];
            if (item.State is PlanItemState.Cancelled)
            {
                reminder.Close();
            }
            else
            {
                reminder.WaitUntil(item.SpeaksAt);
            }
        }
    }

    /// <summary>Notes an answer, stops what was still to be asked, and ends the worry it caused.</summary>
    /// <remarks>Another answer than before puts it right; the same one again changes nothing.</remarks>
    /// <returns>Whether it counted; false when the same was said before, or the thing is cancelled.</returns>
    public async Task<bool> AnswerAsync(PlanItem item, ReminderAnswer answer, PersonId by, CancellationToken cancellationToken)
    {
        var said = answer is ReminderAnswer.Done ? PlanItemState.Done : PlanItemState.Skipped;
        if (item.State == said || item.State is PlanItemState.Cancelled)
        {
            return false;
        }

        // The reminder before its thing, in the order of those who prompt: otherwise each could wait for the other.
        var reminder = await db.Set<Reminder>().SingleAsync(r => r.Id == item.Id, cancellationToken);
        await RowClaim.HoldAsync<Reminder>(db, new Dictionary<Guid, int> { [reminder.RowId] = reminder.Attempt }, cancellationToken);
        if (answer is ReminderAnswer.Done)
        {
            item.Done(by, now);
        }
        else
        {
            item.Skip(by, now);
        }

        reminder.Close();
        await WithdrawAsync(item.Id, cancellationToken);
        var book = new ConcernBook(db, now);
        if (await book.FindAsync(ConcernKind.Unanswered, item.Id.Value, cancellationToken) is { } concern)
        {
            await book.ResolveAsync(concern, ConcernOutcome.AnsweredHerself, by, cancellationToken);
        }

        return true;
    }

    /// <summary>She is at it: nothing more is asked, and what becomes of it is said later.</summary>
    public async Task LeaveHerToItAsync(PlanItem item, CancellationToken cancellationToken)
    {
        var reminder = await db.Set<Reminder>().SingleAsync(r => r.Id == item.Id, cancellationToken);
        reminder.Close();
        if (item.State is PlanItemState.Planned)
        {
            item.Open();
        }

        await WithdrawAsync(item.Id, cancellationToken);
    }

    /// <summary>Asks again later.</summary>
    /// <returns>When; null when it may not wait any longer, and the last answer stands.</returns>
    public async Task<DateTimeOffset?> SnoozeAsync(PlanItem item, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var reminder = await db.Set<Reminder>().SingleAsync(r => r.Id == item.Id, cancellationToken);
        if (reminder.IsOver || NudgePolicy.SnoozeUntil(reminder, item, until, now) is not { } at)
        {
            return null;
        }

        reminder.Snooze(at, withoutTime: until is null);
        await WithdrawAsync(item.Id, cancellationToken);
        return at;
    }

    // What only went along with the question is still to be told.
    private async Task WithdrawAsync(PlanItemId item, CancellationToken cancellationToken)
    {
        var prefix = DedupePrefix(item);
        var outbox = new Outbox(db, now);
        var waiting = await db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.NextActionAt != null && m.State == MessageState.Queued && m.DedupeKey.StartsWith(prefix)).ToListAsync(cancellationToken);
        await outbox.WithdrawAsync(prefix, cancellationToken);
        foreach (var message in waiting.Where(m => m.ValidUntil > now))
        {
            if (message.Saying.Values.TryGetValue(ReminderMessage.AlsoValue, out var also))
            {
                var rest = Saying.Of(ReminderMessage.Several).With(ReminderMessage.AlsoValue, also);
                outbox.Put(message.To, $"{message.DedupeKey}:rest", rest, message.Ground, message.ValidUntil - now);
            }
        }
    }

    /// <summary>How the dedupe key of every message about this thing begins.</summary>
    internal static string DedupePrefix(PlanItemId item) => $"reminder:{item}:";
}
