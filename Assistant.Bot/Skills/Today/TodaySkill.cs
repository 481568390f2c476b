using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.Today;

/// <summary>The day: what is on it, what comes next, whether something was done, and what the clock says.</summary>
internal sealed class TodaySkill(DayTelling telling, DayThings things, SayBook book) : ISkill
{
    /// <summary>Whether a routine was done.</summary>
    public const string Done = "routine.done?";

    /// <remarks>Further ahead nobody asks for one thing. Default 62 days. (choice)</remarks>
    private const int DaysAhead = 62;

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

    // "Wanneer komt de thuiszorg?" asks for the next of those; "wat komt er nu?" for whatever is next.
    private async Task<Saying> NextAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var coming = await things.ReadAsync(turn.Db, (resident.Id, turn.Speaker.Zone), (turn.Day.Date, turn.Day.Date.AddDays(DaysAhead)), turn.Now, cancellationToken);
        var small = book.In(turn.Speaker.Language).Hears["dayplan.lead"];
        var meant = coming.Where(thing => thing.IsComing(turn.Now, turn.Day.Date))
            .Select(thing => (Thing: thing, Score: NamedThing.Score(turn.Utterance.Text, thing.Title, small))).Where(one => one.Score > 0).ToList();
        if (meant.Count > 0)
        {
            var named = meant.MaxBy(one => one.Score).Thing;
            return Saying.Of(named.IsAllDay ? "today.line_date" : "today.next").With("what", named.Title).With("at", named.At);
        }

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
