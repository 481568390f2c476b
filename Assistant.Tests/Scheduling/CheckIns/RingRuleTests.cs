using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.CheckIns;

public sealed class RingRuleTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    /// <summary>However many pass it on, keep it or stay silent, and after however many minutes each.</summary>
    [Fact]
    public void Everybody_is_greeted_once_in_order_and_nobody_waits_longer_than_her_neighbours_time() =>
        Prop.ForAll(
            Gen.Choose(2, 12).SelectMany(count => Gen.Choose(0, 20).ArrayOf(count)).ToArbitrary(),
            minutes =>
            {
                var (ring, round) = Round(minutes.Length);
                var now = Nine;
                var greeted = new List<int>();
                while (RingRule.Decide(ring, round, now) is not RingDecision.Close)
                {
                    switch (RingRule.Decide(ring, round, now))
                    {
                        case RingDecision.Await wait:
                            var with = round.Single(t => t.State is RingTurnState.Greeted);
                            var after = TimeSpan.FromMinutes(minutes[with.Place]);
                            now = after < ring.Wait ? now + after : wait.Until;
                            if (after < ring.Wait)
                            {
                                with.End(minutes[with.Place] % 2 == 0 ? RingTurnState.PassedOn : RingTurnState.Kept);
                            }

                            break;
                        case RingDecision.Greet greet:
                            Assert.Equal(round.LastOrDefault(t => t.State is RingTurnState.PassedOn), greet.From);
                            greet.Turn.Greet(now);
                            greeted.Add(greet.Turn.Place);
                            break;
                        case RingDecision.GoOn late:
                            Assert.True(late.Turn.GreetedAt + ring.Wait <= now);
                            late.Turn.End(RingTurnState.Broken);
                            break;
                    }
                }

                Assert.Equal(Enumerable.Range(0, minutes.Length), greeted);
                Assert.True(now <= Nine + (ring.Wait * minutes.Length));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(new Replay(new Rnd(17UL, 3UL), null)));

    [Fact]
    public void A_round_that_grew_old_ends_where_it_is()
    {
        var (ring, round) = Round(3);
        round[0].Greet(Nine);
        round[0].End(RingTurnState.PassedOn);

        var decision = Assert.IsType<RingDecision.Close>(RingRule.Decide(ring, round, Nine + GreetingRing.LongestRound));

        Assert.Equal(round[0], decision.First);
        Assert.Null(decision.Last);
    }

    [Fact]
    public void A_turn_that_is_over_is_not_taken_up_again()
    {
        var (_, round) = Round(2);
        round[0].Greet(Nine);
        round[0].End(RingTurnState.Broken);

        Assert.Throws<InvalidOperationException>(() => round[0].End(RingTurnState.PassedOn));
        Assert.Throws<InvalidOperationException>(() => round[0].Greet(Nine));
        Assert.Throws<InvalidOperationException>(() => round[1].End(RingTurnState.Waiting));
    }

    private static (GreetingRing Ring, IReadOnlyList<RingTurn> Round) Round(int people)
    {
        var ring = new GreetingRing
        {
            Id = Guid.CreateVersion7(Nine), NeighbourhoodId = NeighbourhoodId.New(Nine), At = new(9, 0), Wait = GreetingRing.DefaultWait, TimeZoneId = "Europe/Amsterdam",
        };
        return (ring, [.. Enumerable.Range(0, people).Select(place => new RingTurn
        {
            Id = Guid.CreateVersion7(Nine), RingId = ring.Id, LocalDate = new(2026, 3, 10), ResidentId = ResidentId.New(Nine), Place = place,
        })]);
    }
}
