using System.Text.Json;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Safety;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;
using Worry = Assistant.Scheduling.Escalation.Concern;

namespace Assistant.Bot.Skills.Concerns;

/// <summary>What somebody hears who has said she goes: now, and not before, how to get in, where the resident agreed to that.</summary>
internal sealed class CommitmentReply(EmergencyNumbers numbers)
{
    // What the first words did not say: only who goes hears it, and only where the resident agreed to that.
    private static readonly ConcernKind[] Reasons = [ConcernKind.Unwell, ConcernKind.Distress, ConcernKind.Unanswered];

    // Said in the first words, but for a place where others read along.
    private static readonly ConcernKind[] SaidBefore = [ConcernKind.MissedCheckIn, ConcernKind.Undeliverable];

    // A promise is not an outcome: the question stays open until she says how it went.
    private static readonly string[] Afterwards = ["responder.done", "responder.cannot"];

    public async Task<Saying> SayAsync(Turn turn, Worry worry, CancellationToken cancellationToken)
    {
        var pair = new Pair(worry.ResidentId, turn.Speaker.Id);
        var isVital = Told.IsVital(worry.Kind);
        var discretion = await Discretion.ReadAsync(turn.Db, [pair], turn.Now, cancellationToken);
        var mayEnter = discretion.MayKnow(pair, SharedKind.WayIn, goes: true, isVital).IsAllowed;
        var why = Told.Reason(worry.Kind);
        var more = mayEnter ? await WayInAsync(turn, worry.ResidentId, cancellationToken) : [];
        var emergency = (await numbers.ForAsync(turn, cancellationToken)).Emergency;
        var isNews = Reasons.Contains(worry.Kind) || (SaidBefore.Contains(worry.Kind) && await IsSharedAsync(turn, cancellationToken));
        if (isNews && discretion.MayKnow(pair, why, goes: true, isVital).IsAllowed)
        {
            more.Insert(0, Saying.Of($"responder.why.{JsonNamingPolicy.SnakeCaseLower.ConvertName($"{worry.Kind}")}"));
        }

        more.Add(Saying.Of("responder.emergency").With("emergency", emergency));
        more.Add(Saying.Of("responder.tell_me"));
        var tells = Ground.Telling(mayEnter ? SharedKind.WayIn : SharedKind.Errand, worry.ResidentId, isVital);
        return Saying.Of("responder.noted_going")
            .Naming(await OwnWorries.ResidentAsync(turn, worry, cancellationToken), tells)
            .With("more", more)
            .Asking(Escalator.Question, worry.Id.Value, Afterwards);
    }

    private static Task<bool> IsSharedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var here = ContactPoints.At(turn.Db, turn.Utterance.Channel, turn.Utterance.Address).Select(point => point.Id);
        return turn.Db.Set<Reachability>().AnyAsync(reach => reach.PersonId != turn.Speaker.Id && here.Contains(reach.ContactPointId), cancellationToken);
    }

    private static async Task<List<Saying>> WayInAsync(Turn turn, ResidentId id, CancellationToken cancellationToken)
    {
        var resident = await turn.Db.Set<Resident>().SingleAsync(r => r.Id == id, cancellationToken);
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

        return more;
    }
}
