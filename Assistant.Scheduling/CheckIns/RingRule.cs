using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.CheckIns;

/// <summary>What a ring asks for now.</summary>
public abstract record RingDecision
{
    private RingDecision()
    {
    }

    /// <summary>Nothing before this moment.</summary>
    public sealed record Await(DateTimeOffset Until) : RingDecision;

    /// <summary>Bring the greeting to the next.</summary>
    /// <param name="Turn">Whose turn it is.</param>
    /// <param name="From">Who passed it on last; null where nobody did yet, and so she begins.</param>
    public sealed record Greet(RingTurn Turn, RingTurn? From) : RingDecision;

    /// <summary>She had her time: the chain goes on without her.</summary>
    public sealed record GoOn(RingTurn Turn) : RingDecision;

    /// <summary>The round is over.</summary>
    /// <param name="First">Who passed the greeting on first, and hears that it came round; null where nobody did.</param>
    /// <param name="Last">Who passed it on last; null where that was the first.</param>
    public sealed record Close(RingTurn? First, RingTurn? Last) : RingDecision;
}

/// <summary>The rule by which a greeting goes round. Pure.</summary>
/// <remarks>One at a time, in order; who has not passed it on in her time is gone past, so that nobody waits. A round that grew old ends.</remarks>
public static class RingRule
{
    /// <summary>Decides for a round.</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="round">The turns of the day, in any order.</param>
    /// <param name="now">The moment of deciding.</param>
    public static RingDecision Decide(GreetingRing ring, IEnumerable<RingTurn> round, DateTimeOffset now)
    {
        var turns = round.OrderBy(t => t.Place).ToList();
        if (turns.Find(t => t.State is RingTurnState.Greeted) is { GreetedAt: { } since } with)
        {
            return now < since + ring.Wait ? new RingDecision.Await(since + ring.Wait) : new RingDecision.GoOn(with);
        }

        var passed = turns.FindAll(t => t.State is RingTurnState.PassedOn);
        var next = turns.Find(t => t.State is RingTurnState.Waiting);
        if (next is not null && now < ring.BeginsOn(next.LocalDate) + GreetingRing.LongestRound)
        {
            return new RingDecision.Greet(next, passed.LastOrDefault());
        }

        return new RingDecision.Close(passed.FirstOrDefault(), passed.Count > 1 ? passed[^1] : null);
    }
}
