using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Steps;

/// <summary>Something she does step by step: each step is said when she is done with the one before.</summary>
internal sealed class StepsSkill(SayBook book) : ISkill
{
    private static readonly string[] AnswersToAStep = ["repeat", "never_mind", "medication.later", "dayplan.next", "goodbye"];

    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [Walkthrough.Question, RoutineSource.StepsQuestion];

    /// <summary>"Again", "stop" and "later" are about the step, while she is at one.</summary>
    public Task<bool> ClaimsAsync(Turn turn, CancellationToken cancellationToken) => Task.FromResult(turn.Answers?.Question switch
    {
        Walkthrough.Question => AnswersToAStep.Contains(turn.Understanding.Intent),
        RoutineSource.StepsQuestion => turn.Understanding.Intent is "medication.later",
        _ => false,
    });

    /// <summary>"How do I make coffee?"</summary>
    public bool Overhears(Turn turn) => turn.Resident is not null && Asks(turn, "steps.how");

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        return turn.Answers?.Question switch
        {
            Walkthrough.Question => await StepAsync(turn, resident, cancellationToken),
            RoutineSource.StepsQuestion => await ReadyAsync(turn, resident, cancellationToken),
            _ => await AskedForAsync(turn, resident, cancellationToken),
        };
    }

    private static async Task<Saying> StepAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var led = await new WalkthroughBook(turn.Db, turn.Now).LastAsync(resident.Id, cancellationToken);
        var routine = led is null ? null : await RoutineAsync(turn, r => r.Id == led.RoutineId, cancellationToken);
        if (led is not { State: WalkthroughState.Going } || led.Id.Value != turn.Answers?.Subject || routine is null || led.Step >= routine.Steps.Count)
        {
            turn.Close(turn.Answers?.Subject ?? Guid.Empty);
            return Saying.Of("steps.over");
        }

        return (turn.Understanding.Intent, turn.Understanding.Claimed) switch
        {
            ("yes", _) or (Understanding.Other, "yes" or "dayplan.next") => await NextAsync(turn, led, routine, cancellationToken),
            ("no", _) or (Understanding.Other, "no" or "medication.later") => Wait(turn, led, routine),
            (Understanding.Other, "never_mind" or "goodbye") => Stop(turn, led),
            (Understanding.Other, "repeat") or (Understanding.Other, null) when IsAgain(turn) => led.At(led.Step, turn.Now).Say("steps.repeat", routine),
            _ => led.Say("steps.unclear", routine),
        };
    }

    // By word, or by its own button, which means nothing but that.
    private static bool IsAgain(Turn turn) => turn.Understanding.Claimed is "repeat" || turn.Utterance.Choice is not null;

    private static async Task<Saying> NextAsync(Turn turn, Walkthrough led, Routine routine, CancellationToken cancellationToken)
    {
        if (led.Step + 1 < routine.Steps.Count)
        {
            led.At(led.Step + 1, turn.Now);
            return led.Say(led.Step + 1 == routine.Steps.Count ? "steps.last" : "steps.next", routine);
        }

        led.End(turn.Now);
        turn.Close(led.Id.Value);
        if (led.ItemId is { } id && await turn.Db.Set<PlanItem>().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) is { } item)
        {
            await new ReminderBook(turn.Db, turn.Now).AnswerAsync(item, ReminderAnswer.Done, turn.Speaker.Id, cancellationToken);
        }

        return Saying.Of("steps.end").With("what", routine.Title);
    }

    private static Saying Wait(Turn turn, Walkthrough led, Routine routine)
    {
        if (led.Wait(turn.Now) is { } wait)
        {
            return led.Say("steps.wait", routine).With("minutes", $"{(int)wait.TotalMinutes}");
        }

        turn.Close(led.Id.Value);
        return Saying.Of("steps.left");
    }

    private static Saying Stop(Turn turn, Walkthrough led)
    {
        led.Stop(turn.Now);
        turn.Close(led.Id.Value);
        return Saying.Of("steps.stopped");
    }

    // The plan asked whether she is ready for it.
    private static async Task<Saying> ReadyAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var id = PlanItemId.From(turn.Answers?.Subject ?? Guid.Empty);
        var item = await turn.Db.Set<PlanItem>().SingleOrDefaultAsync(i => i.Id == id && i.ResidentId == resident.Id, cancellationToken);
        if (item is not { IsAnswerable: true })
        {
            return Saying.Of("steps.over");
        }

        var reminders = new ReminderBook(turn.Db, turn.Now);
        switch (turn.Understanding.Intent, turn.Understanding.Claimed)
        {
            case ("yes", _):
                turn.Close(id.Value);
                var routine = await OfAsync(turn, item, cancellationToken);
                return routine is null ? Saying.Of("steps.over") : await BeginAsync(turn, routine, item, cancellationToken);
            case ("no", _):
                await reminders.AnswerAsync(item, ReminderAnswer.Skipped, turn.Speaker.Id, cancellationToken);
                turn.Close(id.Value);
                return Saying.Of("steps.not_now");
            case (Understanding.Other, "medication.later"):
                return await reminders.SnoozeAsync(item, turn.Times.FirstOrDefault(t => t.Start > turn.Now)?.Start, cancellationToken) is { } until
                    ? Saying.Of("steps.later").With("until", until)
                    : Saying.Of("steps.when_ready");
            default:
                return Saying.Of("steps.unclear_ready").With("what", item.Title).Asking(RoutineSource.StepsQuestion, id.Value, "yes", "no");
        }
    }

    // She asked for it herself, by a word of its name; without one she goes on where she was.
    private async Task<Saying> AskedForAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var all = (await turn.Db.Set<Routine>().AsNoTracking().Where(r => r.ResidentId == resident.Id).ToListAsync(cancellationToken))
            .FindAll(r => r.Steps.Count > 0);
        var found = RoutineName.Find(turn.Utterance.Text, all);
        if (found is null && Asks(turn, "steps.further")
            && await new WalkthroughBook(turn.Db, turn.Now).LastAsync(resident.Id, cancellationToken) is { EndedAt: { } ended } last
            && turn.Now - ended <= Walkthrough.GoesOnWithin)
        {
            found = all.Find(r => r.Id == last.RoutineId);
        }

        return found is null ? Saying.Of("steps.unknown") : await BeginAsync(turn, found, null, cancellationToken);
    }

    private static async Task<Saying> BeginAsync(Turn turn, Routine routine, PlanItem? item, CancellationToken cancellationToken)
    {
        var led = await new WalkthroughBook(turn.Db, turn.Now).BeginAsync(routine, item, cancellationToken);
        return led.Say(led.Step == 0 ? "steps.first" : "steps.resumed", routine);
    }

    // The slot of a routine's item begins with its id.
    private static Task<Routine?> OfAsync(Turn turn, PlanItem item, CancellationToken cancellationToken) =>
        Guid.TryParseExact(item.Slot.Split('@')[0][..32], "N", out var id)
            ? RoutineAsync(turn, r => r.Id == id && r.ResidentId == item.ResidentId, cancellationToken)
            : Task.FromResult<Routine?>(null);

    private static Task<Routine?> RoutineAsync(
        Turn turn, System.Linq.Expressions.Expression<Func<Routine, bool>> which, CancellationToken cancellationToken) =>
        turn.Db.Set<Routine>().AsNoTracking().SingleOrDefaultAsync(which, cancellationToken);

    private bool Asks(Turn turn, string hears) => book.In(turn.Speaker.Language).Hears.TryGetValue(hears, out var words)
        && words.Any(word => turn.Utterance.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
