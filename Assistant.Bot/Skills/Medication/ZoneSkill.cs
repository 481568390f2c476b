using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Skills.Medication;

/// <summary>Whether her pills follow the clock of the place she is at now; until she says so they keep the time of home.</summary>
internal sealed class ZoneSkill(DaysAhead days) : ISkill
{
    public IReadOnlyCollection<string> Intents { get; } = [];

    public IReadOnlyCollection<string> Questions { get; } = [ZoneMove.Question];

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident || turn.Answers is not { } asked)
        {
            return Saying.Of("conversation.residents_only");
        }

        switch (turn.Understanding.Intent)
        {
            case "yes":
                turn.Close(asked.Subject);
                await ZoneMove.FollowAsync(turn.Db, resident.Id, cancellationToken);
                await days.PlanAsync(turn.Db, resident.Id, cancellationToken);
                return Saying.Of("medication.zone_shifts");
            case "no":
                turn.Close(asked.Subject);
                return Saying.Of("medication.zone_keeps");
            default:
                return Saying.Of("medication.zone").Asking(ZoneMove.Question, asked.Subject, "yes", "no");
        }
    }
}
