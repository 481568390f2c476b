using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Escalation;

/// <summary>One worry about one resident. One is open per cause, so that nobody is alarmed twice for one thing.</summary>
public sealed class Concern : IWaitingRow
{
    /// <summary>The key.</summary>
    public required ConcernId Id { get; init; }

    /// <summary>About whom.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What it is about.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>What gave rise to it, so that the same thing raises it once: a kind and the id of a row. Unique.</summary>
    public required string Cause { get; init; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>How far it got.</summary>
    public ConcernState State { get; private set; }

    /// <summary>The highest rung that was asked; -1 before the first.</summary>
    public int Rung { get; private set; } = -1;

    /// <summary>Whom that rung asked; null before the first.</summary>
    public PersonId? AskedPersonId { get; private set; }

    /// <summary>Who promised to go; null while nobody did, or since another was asked after the promise ran out or was taken back.</summary>
    public PersonId? AcknowledgedBy { get; private set; }

    /// <summary>When the promise was made.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>When we asked how it went; null before.</summary>
    public DateTimeOffset? AskedAfterPromiseAt { get; private set; }

    /// <summary>How it ended; null while it has not.</summary>
    public ConcernOutcome? Outcome { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id.Value;

    /// <summary>Whether it still asks something of somebody.</summary>
    public bool IsOver => State is ConcernState.Resolved;

    /// <summary>Begins the climb at this moment.</summary>
    public Concern Raised(DateTimeOffset at)
    {
        NextActionAt = at;
        return this;
    }

    /// <summary>Nobody is asked before this moment.</summary>
    public void Hold(DateTimeOffset until) => NextActionAt = until;

    /// <summary>A rung was asked. A promise that stood until now has run out.</summary>
    public void Asked(int rung, PersonId person, DateTimeOffset lookAgainAt)
    {
        Refuse(rung <= Rung, "ask a rung twice");
        (State, Rung, AskedPersonId, NextActionAt) = (ConcernState.Open, rung, person, lookAgainAt);
        (AcknowledgedBy, AskedAfterPromiseAt) = (null, null);
    }

    /// <summary>Somebody goes. Also after the ladder was exhausted: better late than never.</summary>
    public void Acknowledge(PersonId by, DateTimeOffset at)
    {
        Refuse(IsOver, "acknowledge");
        (State, AcknowledgedBy, AcknowledgedAt, AskedAfterPromiseAt) = (ConcernState.Acknowledged, by, at, null);
        (NextActionAt, Attempt) = (at + EscalationClock.PromiseStands, Attempt + 1);
    }

    /// <summary>The promiser was asked how it went.</summary>
    public void AskedAfterPromise(DateTimeOffset at, DateTimeOffset lookAgainAt) =>
        (AskedAfterPromiseAt, NextActionAt) = (at, lookAgainAt);

    /// <summary>Somebody cannot. Where we wait for her, the next is asked at once; who promised takes the promise back.</summary>
    /// <remarks>A no of somebody for whom we do not wait any more changes nothing: the one asked after her has her time.</remarks>
    public void Decline(PersonId by, DateTimeOffset at)
    {
        var waitsForHer = State switch
        {
            ConcernState.Open => AskedPersonId == by,
            ConcernState.Acknowledged => AcknowledgedBy == by,
            _ => false,
        };
        if (!waitsForHer)
        {
            return;
        }

        // Who took a promise back is known until the next is asked, so that the resident can be told.
        (State, AskedAfterPromiseAt) = (ConcernState.Open, null);
        (NextActionAt, Attempt) = (at, Attempt + 1);
    }

    /// <summary>Our question did not reach her. Where we wait for her alone, the next is asked at once; she may still answer.</summary>
    public void NotReached(PersonId asked, DateTimeOffset at)
    {
        if (State is ConcernState.Open && AskedPersonId == asked)
        {
            (NextActionAt, Attempt) = (at, Attempt + 1);
        }
    }

    /// <summary>Everybody was asked.</summary>
    public void Exhaust()
    {
        Refuse(IsOver, "exhaust");
        (State, AcknowledgedBy, NextActionAt) = (ConcernState.Exhausted, null, null);
    }

    /// <summary>It is over.</summary>
    public void Resolve(ConcernOutcome outcome, DateTimeOffset at)
    {
        Refuse(IsOver, "resolve");
        (State, Outcome, ResolvedAt, NextActionAt, Attempt) = (ConcernState.Resolved, outcome, at, null, Attempt + 1);
    }

    private void Refuse(bool impossible, string what)
    {
        if (impossible)
        {
            throw new InvalidOperationException($"Cannot {what}: concern {Id} is {State} at rung {Rung}.");
        }
    }
}
