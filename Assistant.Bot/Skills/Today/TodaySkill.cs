using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Today;

/// <summary>The day: what is on it, what comes next, whether something was done, and what the clock says.</summary>
internal sealed class TodaySkill(DayTelling telling) : ISkill
{
    /// <summary>Whether a routine was done.</summary>
    public const string Done = "routine.done?";

    public IReadOnlyCollection<string> Intents { get; } = ["dayplan.today", "dayplan.next", "time.now", "time.date"];

    public IReadOnlyCollection<string> Questions { get; } = [Done, DayTelling.More];

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var intent = turn.Understanding.Intent;
        if (intent is "time.now" or "time.date")
        {
            return Saying.Of(intent).With("now", turn.Now);
        }

        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        return intent switch
        {
            "dayplan.today" or "dayplan.next" when intent is "dayplan.today" || AskedSpan.Of(turn).Kind is SpanKind.Part => await telling.TellAsync(turn, resident, cancellationToken),
            "dayplan.next" => await NextAsync(turn, resident, cancellationToken),
            _ when turn.Answers?.Question is DayTelling.More => await DayTelling.MoreAsync(turn, cancellationToken),
            _ => await RoutineAsync(turn, resident, cancellationToken),
        };
    }

    private static async Task<Saying> NextAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var next = await turn.Db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.ResidentId == resident.Id && i.At > turn.Now && !i.IsAllDay && i.State == PlanItemState.Planned)
            .OrderBy(i => i.At).FirstOrDefaultAsync(cancellationToken);
        return next is null ? Saying.Of("today.nothing_next")
            : Saying.Of("today.next").With("what", next.Title).With("at", next.At);
    }

    private static async Task<Saying> RoutineAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var id = PlanItemId.From(turn.Answers?.Subject ?? Guid.Empty);
        var item = await turn.Db.Set<PlanItem>()
            .SingleOrDefaultAsync(i => i.Id == id && i.ResidentId == resident.Id, cancellationToken);
        if (item is not { IsAnswerable: true })
        {
            return Saying.Of("routine.over");
        }

        var said = turn.Understanding.Intent;
        if (said is not ("yes" or "no"))
        {
            return Saying.Of("routine.unclear").With("what", item.Title).With("at", item.At)
                .Asking(Done, item.Id.Value, "yes", "no");
        }

        var answer = said == "yes" ? ReminderAnswer.Done : ReminderAnswer.Skipped;
        await new ReminderBook(turn.Db, turn.Now).AnswerAsync(item, answer, turn.Speaker.Id, cancellationToken);
        turn.Close(item.Id.Value);
        return Saying.Of(answer is ReminderAnswer.Done ? "routine.done" : "routine.skipped").With("what", item.Title);
    }
}
