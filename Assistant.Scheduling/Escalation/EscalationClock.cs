using System.Diagnostics;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>What to do about a concern now, and when to look again.</summary>
public abstract record EscalationDecision
{
    private EscalationDecision()
    {
    }

    /// <summary>Ask this rung.</summary>
    /// <param name="Index">Which rung of the ladder.</param>
    /// <param name="Rung">Who.</param>
    /// <param name="LookAgainAt">When the next is asked, if nobody commits.</param>
    public sealed record Ask(int Index, Rung Rung, DateTimeOffset LookAgainAt) : EscalationDecision;

    /// <summary>The promise is due: ask whoever made it how it went.</summary>
    /// <param name="Promiser">Who promised.</param>
    /// <param name="LookAgainAt">When the ladder goes on, if she stays silent.</param>
    public sealed record AskAfterPromise(PersonId Promiser, DateTimeOffset LookAgainAt) : EscalationDecision;

    /// <summary>Everybody was asked and nobody goes.</summary>
    public sealed record GiveUp : EscalationDecision;

    /// <summary>Nothing; it is over.</summary>
    public sealed record Rest : EscalationDecision;
}

/// <summary>The rule by which a concern climbs. Pure: it is told what is known and what time it is.</summary>
/// <remarks>
/// One person at a time until somebody commits. A rung asleep is skipped, not awaited; only an emergency or the last
/// rung wakes people. Who may hear nothing of it is passed over. Who declined is not asked again. A promise that expires is asked after once, then the ladder
/// goes on. Source: PagerDuty and GoAlert escalation policies; CARE §3.
/// </remarks>
public static class EscalationClock
{
    /// <summary>How long a promise stands before it is asked after. Default 30 min (PagerDuty's default acknowledgement timeout).</summary>
    public static readonly TimeSpan PromiseStands = TimeSpan.FromMinutes(30);

    /// <summary>How long the promiser has to say how it went. Default 15 min. (choice)</summary>
    public static readonly TimeSpan PromiseAnswer = TimeSpan.FromMinutes(15);

    /// <summary>Decides for a concern whose moment has come.</summary>
    /// <param name="concern">The concern as it is stored.</param>
    /// <param name="ladder">Its rungs, the organiser last.</param>
    /// <param name="declined">Who said no to this concern.</param>
    /// <param name="now">The moment of deciding.</param>
    public static EscalationDecision Decide(
        Concern concern, Ladder ladder, IReadOnlySet<PersonId> declined, DateTimeOffset now) => concern.State switch
        {
            ConcernState.Open => Climb(concern, ladder, declined, now),
            ConcernState.Acknowledged when concern.AcknowledgedBy is { } promiser && concern.AskedAfterPromiseAt is null =>
                new EscalationDecision.AskAfterPromise(promiser, now + PromiseAnswer),
            ConcernState.Acknowledged => Climb(concern, ladder, declined, now),
            ConcernState.Resolved or ConcernState.Exhausted => new EscalationDecision.Rest(),
            _ => throw new UnreachableException(concern.State.ToString()),
        };

    private static EscalationDecision Climb(
        Concern concern, Ladder ladder, IReadOnlySet<PersonId> declined, DateTimeOffset now)
    {
        var last = ladder.Rungs.Count - 1;
        for (var index = concern.Rung + 1; index <= last; index++)
        {
            var rung = ladder.Rungs[index];
            var wakes = concern.Kind is ConcernKind.Emergency || index == last;
            if (rung.Hears is not null && !declined.Contains(rung.Responder.PersonId) && (wakes || !rung.Responder.IsAsleep(now)))
            {
                return new EscalationDecision.Ask(index, rung, now + rung.Wait);
            }
        }

        return new EscalationDecision.GiveUp();
    }
}
