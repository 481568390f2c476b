using Assistant.Bot.Conversation.Neighbours;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Skills.CheckIns;

/// <summary>How somebody is. That she was heard at all was noted before; here it is how she feels.</summary>
internal sealed class CheckInsSkill(EmergencyNumbers numbers) : ISkill
{
    private static readonly string[] Choices = ["checkin.fine", "checkin.unwell"];

    public IReadOnlyCollection<string> Intents { get; } = ["checkin.fine", "checkin.unwell"];

    public IReadOnlyCollection<string> Questions { get; } = [CheckInWatch.Question];

    public async Task<Saying> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Resident is not { } resident)
        {
            return turn.Understanding.Intent is "checkin.unwell"
                ? Saying.Of("checkin.unwell_alone").With("emergency", (await numbers.ForAsync(turn, cancellationToken)).Emergency)
                : Saying.Of("checkin.fine");
        }

        var reply = turn.Understanding.Intent switch
        {
            "checkin.fine" or "yes" => await FineAsync(turn, resident, cancellationToken),
            "checkin.unwell" or "no" => await UnwellAsync(turn, resident, cancellationToken),
            _ => Saying.Of("checkin.unclear")
                .Asking(CheckInWatch.Question, turn.Answers?.Subject ?? Guid.CreateVersion7(turn.Now), Choices),
        };
        if (reply.Question is null)
        {
            foreach (var asked in turn.OpenOf(CheckInWatch.Question))
            {
                turn.Close(asked.Subject);
            }
        }

        return reply;
    }

    // People who were asked to look after her are not sent away by a kind word; they close it themselves.
    private static async Task<Saying> FineAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        foreach (var kind in new[] { ConcernKind.Unwell, ConcernKind.Distress, ConcernKind.Emergency })
        {
            if (await Alarm.IsBeingLookedAfterAsync(turn, resident, kind, cancellationToken))
            {
                return Saying.Of("checkin.fine_but");
            }
        }

        return Saying.Of("checkin.fine");
    }

    private async Task<Saying> UnwellAsync(Turn turn, Resident resident, CancellationToken cancellationToken)
    {
        var alarmed = await Alarm.RaiseAsync(turn, resident, ConcernKind.Unwell, cancellationToken);
        var emergency = (await numbers.ForAsync(turn, cancellationToken)).Emergency;
        return (alarmed switch
        {
            { Who: { } who } => Saying.Of("checkin.unwell").With("who", who),
            { IsNew: false } => Saying.Of("checkin.unwell_known"),
            _ => Saying.Of("checkin.unwell_alone"),
        }).With("emergency", emergency);
    }
}
