using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.CheckIns;

/// <summary>How far one turn of a round got.</summary>
public enum RingTurnState
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>The greeting is with her.</summary>
    Greeted,

    /// <summary>She passed it on.</summary>
    PassedOn,

    /// <summary>She was there today, but did not pass it on: the chain goes on, and nobody needs to ask.</summary>
    Kept,

    /// <summary>She stayed silent: the chain goes on, and she is asked how she is.</summary>
    Broken,

    /// <summary>She left the ring meanwhile, or is away.</summary>
    LeftOut,
}

/// <summary>One member's turn in the round of one day.</summary>
public sealed class RingTurn
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which ring.</summary>
    public required Guid RingId { get; init; }

    /// <summary>The day, on the ring's calendar.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>Whose turn.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Her place in the order.</summary>
    public required int Place { get; init; }

    /// <summary>How far it got.</summary>
    public RingTurnState State { get; private set; }

    /// <summary>When the greeting came to her.</summary>
    public DateTimeOffset? GreetedAt { get; private set; }

    /// <summary>Whether nothing more is expected of it.</summary>
    public bool IsOver => State is not (RingTurnState.Waiting or RingTurnState.Greeted);

    /// <summary>The greeting comes to her.</summary>
    public void Greet(DateTimeOffset at)
    {
        Refuse(State is not RingTurnState.Waiting, "greet");
        (State, GreetedAt) = (RingTurnState.Greeted, at);
    }

    /// <summary>The greeting leaves her, by her own hand or without it.</summary>
    public void End(RingTurnState how)
    {
        Refuse(IsOver || how is RingTurnState.Waiting or RingTurnState.Greeted, $"end as {how}");
        State = how;
    }

    private void Refuse(bool impossible, string what)
    {
        if (impossible)
        {
            throw new InvalidOperationException($"Cannot {what}: turn {Id} is {State}.");
        }
    }
}
