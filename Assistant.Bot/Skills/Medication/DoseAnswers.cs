using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Notes what is said of a moment, and asks where it is not clear of which.</summary>
internal static class DoseAnswers
{
    private static readonly string[] Choices = ["medication.taken", "medication.later", "medication.skipped"];

    private static readonly Dictionary<string, string> Several = new()
    {
        ["medication.taken"] = "medication.noted_several",
        ["medication.skipped"] = "medication.skipped_several",
    };

    /// <summary>Notes that the doses of this moment were taken, left out, or put off until the time she named.</summary>
    public static async Task<Saying> NoteAsync(
        Turn turn, PlanItem item, Word said, CancellationToken cancellationToken)
    {
        var reply = said.Intent switch
        {
            "medication.taken" => await TakenAsync(turn, item, cancellationToken),
            "medication.skipped" => await SkippedAsync(turn, item, said.Reason, cancellationToken),
            _ => await LaterAsync(turn, item, said.Until, cancellationToken),
        };
        turn.Close(item.Id.Value);
        return About(reply, item);
    }

    /// <summary>Asks whether the doses of this moment were taken.</summary>
    public static Saying Ask(string key, PlanItem item) => item.IsAnswerable
        ? About(Saying.Of(key), item).Asking(DoseSource.Question, item.Id.Value, Choices)
        : AlreadyNoted(item);

    /// <summary>Asks which of these moments she means; at most three, the last ones.</summary>
    public static Saying AskWhich(Turn turn, IReadOnlyList<PlanItem> doses, string intent)
    {
        var last = doses.TakeLast(3).ToList();
        var label = last.DistinctBy(d => d.Title).Count() == last.Count ? "medication.label" : "medication.label_time";
        return Saying.Of("medication.which").Asking(
            MedicationSkill.Which,
            Guid.CreateVersion7(turn.Now),
            [.. last.Select(item => $"{intent}#{item.Id.Value:N}|={label}\twhat={item.Title}\tat={item.At:O}")]);
    }

    /// <summary>Reads the answer to "which": a moment by name, all of them, or nothing we understand.</summary>
    public static async Task<Saying> WhichAsync(Turn turn, Resident resident, DoseFinder finder, CancellationToken cancellationToken)
    {
        var asked = turn.Answers is { } answers ? await EarlierWords.AboutAsync(turn, answers.Subject, cancellationToken) : null;
        var offered = asked?.Choices.Select(OwnChoice.TryParse).OfType<OwnChoice>().Select(c => c.Value).ToList() ?? [];
        var ids = offered.Select(o => o.Subject).OfType<Guid>().Select(PlanItemId.From).ToList();
        var doses = await turn.Db.Set<PlanItem>().Where(i => ids.Contains(i.Id) && i.ResidentId == resident.Id)
            .OrderBy(i => i.At).ToListAsync(cancellationToken);
        if (doses.Count == 0)
        {
            return Saying.Of("medication.gone");
        }

        var meant = finder.MeansAll(turn) ? doses : finder.Named(turn, doses);
        if (meant.Count == 0)
        {
            return AskWhich(turn, doses, offered[0].Intent);
        }

        var reply = Saying.Of("medication.gone");
        foreach (var item in meant)
        {
            reply = await NoteAsync(turn, item, new Word(offered[0].Intent), cancellationToken);
        }

        // Several have no one time.
        return meant.Count == 1 ? reply
            : (reply with { Key = Several.GetValueOrDefault(offered[0].Intent, reply.Key) }).With("what", meant.Select(i => Saying.Of(i.Title[1..])));
    }

    private static async Task<Saying> TakenAsync(Turn turn, PlanItem item, CancellationToken cancellationToken)
    {
        if (item.State is PlanItemState.Done)
        {
            return AlreadyNoted(item);
        }

        var before = item.State;
        await new ReminderBook(turn.Db, turn.Now).AnswerAsync(item, ReminderAnswer.Done, turn.Speaker.Id, cancellationToken);
        await RecordAsync(turn, item, (DoseOutcome.Taken, null), cancellationToken);
        return Saying.Of(before is PlanItemState.Skipped ? "medication.changed"
            : item.LocalDate < turn.Day.Date ? "medication.noted_late" : "medication.noted");
    }

    private static async Task<Saying> SkippedAsync(Turn turn, PlanItem item, string? reason, CancellationToken cancellationToken)
    {
        await new ReminderBook(turn.Db, turn.Now).AnswerAsync(item, ReminderAnswer.Skipped, turn.Speaker.Id, cancellationToken);
        await RecordAsync(turn, item, (DoseOutcome.Skipped, reason), cancellationToken);
        return Saying.Of("medication.skipped");
    }

    private static async Task<Saying> LaterAsync(
        Turn turn, PlanItem item, DateTimeOffset? named, CancellationToken cancellationToken)
    {
        if (item.State is PlanItemState.Done)
        {
            return AlreadyNoted(item);
        }

        var at = await new ReminderBook(turn.Db, turn.Now).SnoozeAsync(item, named, cancellationToken);
        return at is { } until ? Saying.Of("medication.later").With("until", until) : Saying.Of("medication.not_later");
    }

    // A dose that was answered before keeps its first answer in the plan; the newer word is a fact beside it.
    private static async Task RecordAsync(
        Turn turn, PlanItem item, (DoseOutcome Outcome, string? Reason) word, CancellationToken cancellationToken)
    {
        await new DoseBook(turn.Db, turn.Now).RecordAsync(
            item, word.Outcome, new Said(turn.Speaker.Id, turn.Utterance.Channel, turn.Speaker.Zone, word.Reason), cancellationToken);
        if (word.Outcome is DoseOutcome.Taken)
        {
            await LowStock.TellAsync(turn, item.ResidentId, cancellationToken);
        }
    }

    private static Saying AlreadyNoted(PlanItem item) =>
        Saying.Of("medication.already").With("said", item.AnsweredAt ?? item.At);

    private static Saying About(Saying saying, PlanItem item) => saying.With("what", item.Title).With("at", item.At);
}
