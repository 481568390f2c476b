using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Faults;

/// <summary>What is held against the books when a fault is over: the one place that says what may never be.</summary>
/// <param name="Occurrences">What was looked at: things of the day, reminders, messages, and what was said.</param>
/// <param name="Lost">Nobody ended them, or nobody will.</param>
/// <param name="Doubled">Copies of messages beyond the first.</param>
/// <param name="Late">Messages that left outside their window.</param>
/// <param name="Wrong">Everything that breaks a promise, in words; empty when all is well.</param>
internal sealed record Reckoning(int Occurrences, int Lost, int Doubled, int Late, IReadOnlyList<string> Wrong)
{
    /// <summary>Between two steps of one thing lies at least this; less would be the same step taken twice.</summary>
    private static readonly TimeSpan BetweenSteps = NudgePolicy.BetweenPrompts - TimeSpan.FromSeconds(1);

    private sealed record Waiting(IWaitingRow Row, bool IsOver);

    private sealed record Rows(
        List<PlanItem> Items, Dictionary<PlanItemId, Reminder> Reminders, List<OutboundMessage> Messages, List<InboxMessage> Said, HashSet<Guid> Aside);

    /// <summary>Looks through the books of a town whose every window up to now is over.</summary>
    /// <param name="town">The town.</param>
    /// <param name="now">The end of what is looked at.</param>
    /// <param name="crashes">How often something broke: each may double a message once.</param>
    public static async Task<Reckoning> OfAsync(FaultTown town, DateTimeOffset now, int crashes)
    {
        var rows = await town.Small.ReadAsync(db => ReadAsync(db, now));
        var sent = town.Sent().ToLookup(s => s.Message);
        List<string> lost = [.. Undone(rows, sent), .. Forgotten(rows, now)];
        List<string> late = [.. rows.Messages.SelectMany(message => sent[message.Id.Value]
            .Where(copy => copy.At < message.CreatedAt || copy.At >= message.ValidUntil)
            .Select(copy => $"{message.DedupeKey} left at {copy.At:O}, outside {message.CreatedAt:O}..{message.ValidUntil:O}"))];
        if (rows.Items.Count != town.Residents)
        {
            lost.Add($"{rows.Items.Count} things on the day of {town.Residents} residents");
        }

        var known = rows.Messages.Select(m => m.Id.Value).ToHashSet();
        return new Reckoning(
            rows.Items.Count + rows.Reminders.Count + rows.Messages.Count + rows.Said.Count,
            lost.Count,
            sent.Sum(copies => copies.Count() - 1),
            late.Count,
            [.. lost, .. late, .. Repeated(rows, sent, crashes), .. SameStepTwice(rows), .. Contradictions(rows, sent),
                .. sent.Where(copies => !known.Contains(copies.Key)).Select(copies => $"{copies.Key} was sent and is in no book")]);
    }

    private static async Task<Rows> ReadAsync(AssistantDb db, DateTimeOffset now)
    {
        var aside = await db.Set<SetAsideRow>().Select(r => r.RowId).ToListAsync();
        var items = await db.Set<PlanItem>().AsNoTracking().Where(i => i.ValidUntil <= now).ToListAsync();
        return new Rows(
            items,
            await db.Set<Reminder>().AsNoTracking().ToDictionaryAsync(r => r.Id),
            await db.Set<OutboundMessage>().AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync(),
            await db.Set<InboxMessage>().AsNoTracking().ToListAsync(),
            [.. aside]);
    }

    // Ended in one of the states that are an end, and that end is true: who was left unconfirmed was asked.
    private static IEnumerable<string> Undone(Rows rows, ILookup<Guid, Sent> sent)
    {
        foreach (var item in rows.Items.Where(i => !rows.Aside.Contains(i.Id.Value)))
        {
            var wasAsked = rows.Messages.Any(m => IsAbout(m, item) && sent[m.Id.Value].Any());
            if (item.State is PlanItemState.Planned or PlanItemState.Open || !rows.Reminders[item.Id].IsOver)
            {
                yield return $"{item.Source} at {item.At:O} stayed {item.State}, its reminder {rows.Reminders[item.Id].State}";
            }
            else if (!wasAsked && item.State is not (PlanItemState.Expired or PlanItemState.Cancelled))
            {
                yield return $"{item.Source} at {item.At:O} is {item.State}, and nobody was asked";
            }
        }

        foreach (var message in rows.Messages.Where(m => m.State is MessageState.Accepted && !sent[m.Id.Value].Any()))
        {
            yield return $"{message.DedupeKey} is written down as sent, and never left";
        }

        foreach (var said in rows.Said.Where(s => !rows.Aside.Contains(s.Id) && rows.Messages.Count(m => m.DedupeKey == $"{Turn.ReplyKey}{s.Id:N}") != 1))
        {
            yield return $"What was said as {said.MessageKey} has not one answer";
        }
    }

    // A row that is not over waits for a moment to come; one that is over waits for nothing.
    private static IEnumerable<string> Forgotten(Rows rows, DateTimeOffset now) =>
        rows.Reminders.Values.Select(r => new Waiting(r, r.IsOver))
            .Concat(rows.Messages.Select(m => new Waiting(m, m.State is not (MessageState.Queued or MessageState.Sending))))
            .Concat(rows.Said.Select(s => new Waiting(s, s.HandledAt is not null)))
            .Where(one => !rows.Aside.Contains(one.Row.RowId))
            .Where(one => one.IsOver ? one.Row.NextActionAt is not null : one.Row.NextActionAt is null || one.Row.NextActionAt <= now)
            .Select(one => $"{one.Row.GetType().Name} {one.Row.RowId} is {(one.IsOver ? "over" : "not over")} and waits for {one.Row.NextActionAt:O}");

    private static IEnumerable<string> Repeated(Rows rows, ILookup<Guid, Sent> sent, int crashes) =>
        from message in rows.Messages
        let copies = sent[message.Id.Value].Count()
        where copies > 1
        let named = message.Saying.Values.ContainsKey("at") || message.Saying.Values.ContainsKey("since")
        let asks = message.Saying.Question is not null && sent[message.Id.Value].All(copy => copy.Text.Contains('?', StringComparison.Ordinal))
        where copies > 1 + crashes || !named || !asks
        select $"{message.DedupeKey} ({message.Saying.Key}) was sent {copies} times";

    private static IEnumerable<string> SameStepTwice(Rows rows) =>
        from item in rows.Items
        let steps = rows.Messages.Where(m => IsAbout(m, item)).ToList()
        from pair in steps.Zip(steps.Skip(1))
        where pair.Second.CreatedAt - pair.First.CreatedAt < BetweenSteps
        select $"{pair.First.DedupeKey} and {pair.Second.DedupeKey} lie {pair.Second.CreatedAt - pair.First.CreatedAt} apart";

    private static IEnumerable<string> Contradictions(Rows rows, ILookup<Guid, Sent> sent) =>
        rows.Messages.Where(m => m.State is MessageState.Expired && m.Fault != Outbox.NoLongerNeeded && sent[m.Id.Value].Any())
            .Select(m => $"{m.DedupeKey} was sent and is written down as too late");

    private static bool IsAbout(OutboundMessage message, PlanItem item) =>
        message.DedupeKey.StartsWith(ReminderBook.DedupePrefix(item.Id), StringComparison.Ordinal);
}
