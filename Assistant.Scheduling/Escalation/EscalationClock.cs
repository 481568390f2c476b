using System.Diagnostics;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>The rule by which a concern climbs. Pure: it is told what is known and what time it is.</summary>
/// <remarks>
/// One person at a time until somebody commits. A rung asleep is skipped, not awaited; only an emergency, the duty and the
/// last rung wake people. Who may hear nothing of it is passed over. Who declined is not asked again. A promise that
/// expires is asked after once, then the ladder goes on. When the organiser's hour is full and nobody has promised, the
/// duty is next, whoever else was to come. Source: PagerDuty and GoAlert escalation policies; CARE §3.
/// </remarks>
public static class EscalationClock
{
    /// <summary>How long a promise stands before it is asked after. Default 30 min (PagerDuty's default acknowledgement timeout).</summary>
    public static readonly TimeSpan PromiseStands = TimeSpan.FromMinutes(30);

    /// <summary>How long the promiser has to say how it went. Default 15 min. (choice)</summary>
    public static readonly TimeSpan PromiseAnswer = TimeSpan.FromMinutes(15);

    /// <summary>How long she has when the organiser ought to know already. Default 5 min. (choice)</summary>
    public static readonly TimeSpan LateAnswer = TimeSpan.FromMinutes(5);

    /// <summary>Decides for a concern whose moment has come.</summary>
    /// <param name="concern">The concern as it is stored.</param>
    /// <param name="ladder">Its rungs.</param>
    /// <param name="declined">Who said no to this concern.</param>
    /// <param name="now">The moment of deciding.</param>
    public static EscalationDecision Decide(
        Concern concern, Ladder ladder, IReadOnlySet<PersonId> declined, DateTimeOffset now) => concern.State switch
        {
            ConcernState.Open when BeginsAt(concern, ladder) is var begins && concern.Rung < 0 && now < begins =>
                new EscalationDecision.Hold(begins),
            ConcernState.Open => Climb(concern, ladder, declined, now),
            ConcernState.Acknowledged when concern.AcknowledgedBy is { } promiser && concern.AskedAfterPromiseAt is null =>
                new EscalationDecision.AskAfterPromise(promiser, AnswerBy(concern, ladder, now)),
            ConcernState.Acknowledged => Climb(concern, ladder, declined, now),
            ConcernState.Resolved or ConcernState.Exhausted => new EscalationDecision.Rest(),
            _ => throw new UnreachableException(concern.State.ToString()),
        };

    private static DateTimeOffset BeginsAt(Concern concern, Ladder ladder) =>
        concern.Kind is ConcernKind.Emergency ? concern.RaisedAt : concern.RaisedAt + ladder.Delay;

    // Until when the ladder may wait without the duty having been asked; null once it was.
    private static DateTimeOffset? DutyBy(Concern concern, Ladder ladder) =>
        concern.Rung < ladder.DutyAt ? concern.RaisedAt + Ladder.OrganiserWithin : null;

    private static DateTimeOffset AnswerBy(Concern concern, Ladder ladder, DateTimeOffset now)
    {
        var soonest = now + LateAnswer;
        var by = Earlier(now + PromiseAnswer, DutyBy(concern, ladder));
        return by < soonest ? soonest : by;
    }

    private static EscalationDecision Climb(
        Concern concern, Ladder ladder, IReadOnlySet<PersonId> declined, DateTimeOffset now)
    {
        var last = ladder.Rungs.Count - 1;
        var dutyBy = DutyBy(concern, ladder);
        var next = now >= dutyBy ? ladder.DutyAt : concern.Rung + 1;
        for (var index = next; index <= last; index++)
        {
            var rung = ladder.Rungs[index];
            var wakes = concern.Kind is ConcernKind.Emergency || rung.IsDuty || index == last;
            var sleeps = rung.Responder.IsAsleep(now);
            if (rung.Hears is not null && !declined.Contains(rung.Responder.PersonId) && (wakes || !sleeps))
            {
                var lookAgainAt = now + rung.Wait;
                return new EscalationDecision.Ask(index, rung, index < ladder.DutyAt ? Earlier(lookAgainAt, dutyBy) : lookAgainAt) { Wakes = sleeps };
            }
        }

        return new EscalationDecision.GiveUp();
    }

    private static DateTimeOffset Earlier(DateTimeOffset at, DateTimeOffset? limit) => limit is { } by && by < at ? by : at;
}
