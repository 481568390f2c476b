using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Worry = Assistant.Scheduling.Escalation.Concern;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>What somebody hears who has said she goes: now, and not before, how to get in.</summary>
internal sealed class CommitmentReply(EmergencyNumbers numbers)
{
    // A promise is not an outcome: the question stays open until she says how it went.
    private static readonly string[] Afterwards = ["responder.done", "responder.cannot"];

    public async Task<Saying> SayAsync(Turn turn, Worry worry, CancellationToken cancellationToken)
    {
        var resident = await turn.Db.Set<Resident>().SingleAsync(r => r.Id == worry.ResidentId, cancellationToken);
        var holders = await (
            from member in turn.Db.Set<CircleMember>()
            join person in turn.Db.Set<Person>() on member.PersonId equals person.Id
            where member.ResidentId == resident.Id && member.HoldsKey && member.AcceptedAt != null && person.Id != turn.Speaker.Id
            select person.Name).ToListAsync(cancellationToken);
        var more = new List<Saying>();
        if (resident.WayIn is { } way)
        {
            more.Add(Saying.Of("responder.way_in").With("way", way.TrimEnd('.', ' ')));
        }

        if (holders.Count > 0)
        {
            more.Add(Saying.Of("responder.key_holders").With("holders", string.Join(", ", holders.Order(StringComparer.Ordinal))));
        }

        var emergency = (await numbers.ForAsync(turn, cancellationToken)).Emergency;
        more.Add(Saying.Of("responder.emergency").With("emergency", emergency));
        more.Add(Saying.Of("responder.tell_me"));
        return Saying.Of("responder.noted_going")
            .With("resident", await OwnWorries.ResidentAsync(turn, worry, cancellationToken))
            .With("more", more)
            .Asking(Escalator.Question, worry.Id.Value, Afterwards);
    }
}
