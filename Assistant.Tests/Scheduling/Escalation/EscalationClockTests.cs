using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Escalation;

public sealed class EscalationClockTests
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly HomeTimeZone Zone = HomeTimeZone.Of("Europe/Amsterdam");
    private static readonly Responder Organiser = new(PersonId.New(Ten), Zone, null);

    [Fact]
    public void Every_ladder_reaches_the_organiser_within_the_hour_and_asks_nobody_twice() =>
        Check(Gen.Choose(1, 50).ListOf().ToArbitrary(), waits =>
        {
            var ladder = Ladder.Of(waits.Select(w => new Rung(Awake(), TimeSpan.FromMinutes(w), SharedKind.Silence)), Organiser, SharedKind.Silence);
            var (asked, at) = Climb(ladder, ConcernKind.MissedCheckIn, []);
            return asked[^1] == Organiser.PersonId && asked.Distinct().Count() == asked.Count && at <= Ten + Ladder.OrganiserWithin;
        });

    [Fact]
    public void Whoever_sleeps_is_skipped_unless_it_is_an_emergency_or_the_organiser() =>
        Check(ArbMap.Default.ArbFor<bool[]>(), sleeps =>
        {
            var rungs = (sleeps ?? []).Take(4).Select(asleep => new Rung(asleep ? Asleep() : Awake(), TimeSpan.FromMinutes(10), SharedKind.Silence)).ToList();
            var sleeping = Organiser with { Quiet = new QuietHours(new TimeOnly(0, 0), new TimeOnly(23, 59)) };
            var small = Climb(Ladder.Of(rungs, sleeping, SharedKind.Silence), ConcernKind.MissedCheckIn, []).Asked;
            var big = Climb(Ladder.Of(rungs, sleeping, SharedKind.Silence), ConcernKind.Emergency, []).Asked;
            return small.SequenceEqual(rungs.Where(r => r.Responder.Quiet is null).Select(r => r.Responder.PersonId).Append(Organiser.PersonId))
                && big.SequenceEqual(rungs.Select(r => r.Responder.PersonId).Append(Organiser.PersonId));
        });

    [Fact]
    public void Whoever_said_no_is_not_asked()
    {
        var (els, ria) = (Awake(), Awake());
        var ladder = Ladder.Of([new Rung(els, TimeSpan.FromMinutes(15), SharedKind.Silence), new Rung(ria, TimeSpan.FromMinutes(15), SharedKind.Silence)], Organiser, SharedKind.Silence);

        Assert.Equal([ria.PersonId, Organiser.PersonId], Climb(ladder, ConcernKind.MissedCheckIn, [els.PersonId]).Asked);
    }

    [Fact]
    public void An_organiser_among_the_chosen_is_asked_once_and_last()
    {
        var ria = Awake();
        var ladder = Ladder.Of([new Rung(Organiser, TimeSpan.FromMinutes(15), SharedKind.Silence), new Rung(ria, TimeSpan.FromMinutes(15), SharedKind.Silence)], Organiser, SharedKind.Silence);

        Assert.Equal([ria.PersonId, Organiser.PersonId], ladder.Rungs.Select(r => r.Responder.PersonId));
    }

    [Fact]
    public void A_promise_is_asked_after_once_and_then_the_ladder_goes_on()
    {
        var (els, ria) = (Awake(), Awake());
        var ladder = Ladder.Of([new Rung(els, TimeSpan.FromMinutes(15), SharedKind.Silence), new Rung(ria, TimeSpan.FromMinutes(15), SharedKind.Silence)], Organiser, SharedKind.Silence);
        var concern = Raised(ConcernKind.MissedCheckIn);
        concern.Asked(0, els.PersonId, Ten);
        concern.Acknowledge(els.PersonId, Ten);

        var first = Assert.IsType<EscalationDecision.AskAfterPromise>(EscalationClock.Decide(concern, ladder, new HashSet<PersonId>(), Ten));
        concern.AskedAfterPromise(Ten, first.LookAgainAt);
        var next = Assert.IsType<EscalationDecision.Ask>(EscalationClock.Decide(concern, ladder, new HashSet<PersonId>(), first.LookAgainAt));

        Assert.Equal((els.PersonId, ria.PersonId), (first.Promiser, next.Rung.Responder.PersonId));
    }

    [Fact]
    public void A_concern_refuses_what_cannot_be()
    {
        var concern = Raised(ConcernKind.MissedCheckIn);
        concern.Asked(0, Organiser.PersonId, Ten);
        Assert.Throws<InvalidOperationException>(() => concern.Asked(0, Organiser.PersonId, Ten));
        concern.Resolve(ConcernOutcome.Visited, Ten);

        Assert.Throws<InvalidOperationException>(() => concern.Resolve(ConcernOutcome.Visited, Ten));
        Assert.Throws<InvalidOperationException>(() => concern.Acknowledge(Organiser.PersonId, Ten));
        Assert.Throws<InvalidOperationException>(concern.Exhaust);
    }

    // Silence all the way up: who is asked, and when the last.
    private static (List<PersonId> Asked, DateTimeOffset LastAt) Climb(Ladder ladder, ConcernKind kind, HashSet<PersonId> declined)
    {
        var concern = Raised(kind);
        var asked = new List<PersonId>();
        var (now, lastAt) = (Ten, Ten);
        while (EscalationClock.Decide(concern, ladder, declined, now) is EscalationDecision.Ask ask)
        {
            asked.Add(ask.Rung.Responder.PersonId);
            concern.Asked(ask.Index, ask.Rung.Responder.PersonId, ask.LookAgainAt);
            (lastAt, now) = (now, ask.LookAgainAt);
        }

        return (asked, lastAt);
    }

    private static Concern Raised(ConcernKind kind) =>
        new Concern { Id = ConcernId.New(Ten), ResidentId = ResidentId.New(Ten), Kind = kind, Cause = "cause", RaisedAt = Ten }.Raised(Ten);

    private static Responder Awake() => new(PersonId.New(Ten), Zone, null);

    private static Responder Asleep() => Awake() with { Quiet = new QuietHours(new TimeOnly(0, 0), new TimeOnly(23, 59)) };

    private static void Check<T>(Arbitrary<T> any, Func<T, bool> holds) =>
        Prop.ForAll(any, holds).Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
}
