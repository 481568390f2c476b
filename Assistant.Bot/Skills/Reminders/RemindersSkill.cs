using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.Reminders;

/// <summary>Tells what she asked to be reminded of; asking for it and calling it off are changes of her day.</summary>
internal sealed class RemindersSkill(DayPlanner planner) : ISkill
{
    /// <remarks>Further ahead nobody asks. Default 62 days, as for what may be moved by talk. (choice)</remarks>
    private const int DaysAhead = 62;

    /// <remarks>More an ear does not hold; the first come first. Default 5. (choice)</remarks>
    private const int MostTold = 5;

    public IReadOnlyCollection<string> Intents { get; } = ["reminder.list"];

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return Saying.Of("conversation.residents_only");
        }

        var lines = (await ComingAsync(turn, resident, cancellationToken)).Take(MostTold)
            .Select(moment => Saying.Of("today.line_when").With("what", moment.Title).With("at", moment.At)).ToList();
        return lines.Count == 0 ? Saying.Of("remember.none") : Saying.Of("remember.list").WithEach("items", lines);
    }

    // What comes back is named once, by its next time.
    private async Task<IEnumerable<PlannedMoment>> ComingAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var today = turn.Speaker.Zone.DayOf(turn.Now);
        var window = new PlanWindow([resident.Id], turn.Speaker.Zone, today.Date, today.PlusDays(DaysAhead).Date);
        return (await planner.WantedAsync(turn.Db, window, cancellationToken)).Select(wanted => wanted.Moment)
            .Where(moment => moment.Question is AppointmentSource.ReminderQuestion && moment.At > turn.Now)
            .OrderBy(moment => moment.At).DistinctBy(moment => OccurrenceSlot.Read(moment.Slot)?.Series);
    }
}
