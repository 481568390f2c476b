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
        [.. added.Select(item => new Reminder { Id = item.Id }.WaitUntil(item.At))];

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
                reminder.WaitUntil(item.At);
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
        await new Outbox(db, now).WithdrawAsync(DedupePrefix(item.Id), cancellationToken);
        var book = new ConcernBook(db, now);
        if (await book.FindAsync(ConcernKind.Unanswered, item.Id.Value, cancellationToken) is { } concern)
        {
            await book.ResolveAsync(concern, ConcernOutcome.AnsweredHerself, by, cancellationToken);
        }

        return true;
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
        await new Outbox(db, now).WithdrawAsync(DedupePrefix(item.Id), cancellationToken);
        return at;
    }

    /// <summary>How the dedupe key of every message about this thing begins.</summary>
    internal static string DedupePrefix(PlanItemId item) => $"reminder:{item}:";
}
