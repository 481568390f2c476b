using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.CheckIns;

/// <summary>How far a check-in got.</summary>
public enum CheckInState
{
    /// <summary>Waiting for a sign of life.</summary>
    Expected,

    /// <summary>She was there.</summary>
    Received,

    /// <summary>The grace ended in silence.</summary>
    Missed,
}

/// <summary>The key of a check-in.</summary>
public readonly record struct CheckInId(Guid Value) : ITypedId<CheckInId>
{
    /// <inheritdoc/>
    public static CheckInId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static CheckInId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>That a sign of life is expected on one day, by one moment.</summary>
public sealed class CheckIn : IWaitingRow
{
    /// <summary>The key.</summary>
    public required CheckInId Id { get; init; }

    /// <summary>From whom.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>By which schedule; with the date it is unique.</summary>
    public required Guid ScheduleId { get; init; }

    /// <summary>The date on her wall calendar.</summary>
    public required DateOnly LocalDate { get; init; }

    /// <summary>Since when a sign of life counts for it: the beginning of that lived day, or the end of the grace before it.</summary>
    public required DateTimeOffset CountsFrom { get; init; }

    /// <summary>When she is asked, if nothing was heard of her before.</summary>
    public required DateTimeOffset AskAt { get; init; }

    /// <summary>When the grace ends.</summary>
    public required DateTimeOffset DueBy { get; set; }

    /// <summary>How far it got.</summary>
    public CheckInState State { get; private set; }

    /// <summary>When she was asked; null when there was no need yet.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>When the end of the grace was put off, because the question had not reached her in time; null where it was not.</summary>
    public DateTimeOffset? PutOffAt { get; private set; }

    /// <summary>When the sign of life came.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id.Value;

    /// <summary>Begins to wait for its hour.</summary>
    public CheckIn Expected()
    {
        NextActionAt = AskAt;
        return this;
    }

    /// <summary>She was asked.</summary>
    public void Asked(DateTimeOffset at) => (AskedAt, NextActionAt) = (at, DueBy);

    /// <summary>The grace ends only then: she was asked too late, or not at all. It is put off once.</summary>
    public void PutOff(DateTimeOffset at, DateTimeOffset dueBy)
    {
        if (PutOffAt is not null)
        {
            throw new InvalidOperationException($"Cannot put off twice: check-in {Id}.");
        }

        (PutOffAt, DueBy, NextActionAt) = (at, dueBy, dueBy);
    }

    /// <summary>She was there. Also after it was missed: the day is not silent any more.</summary>
    public void Receive(DateTimeOffset at) =>
        (State, ReceivedAt, NextActionAt, Attempt) = (CheckInState.Received, at, null, Attempt + 1);

    /// <summary>The grace ended in silence.</summary>
    public void Miss()
    {
        if (State is not CheckInState.Expected)
        {
            throw new InvalidOperationException($"Cannot miss: check-in {Id} is {State}.");
        }

        (State, NextActionAt) = (CheckInState.Missed, null);
    }
}
