using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Residents;

/// <summary>Neighbours who greet each other in order, once a day: the telephone circle that towns have had for decades.</summary>
public sealed class GreetingRing : IWaitingRow
{
    /// <summary>How long each has to pass the greeting on, unless chosen otherwise. Default 15 min: eight people within two hours. (choice)</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(15);

    /// <summary>How long after its hour a round may still go on. Default 4 h: nobody says good morning in the evening. (choice)</summary>
    public static readonly TimeSpan LongestRound = TimeSpan.FromHours(4);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose neighbours they are.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>When the first is greeted, on the ring's clock.</summary>
    public required TimeOnly At { get; init; }

    /// <summary>How long each has to pass the greeting on.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>The clock it goes by. Shape: IANA id.</summary>
    public required string TimeZoneId { get; init; }

    /// <summary>When it was ended; null while it goes round.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id;

    /// <summary>The zone as something to reckon with.</summary>
    public HomeTimeZone Zone => HomeTimeZone.Of(TimeZoneId);

    /// <summary>When the round of this day begins.</summary>
    public DateTimeOffset BeginsOn(DateOnly date) => Zone.At(date, At);

    /// <summary>Waits for the next round: today's, where its hour has not come.</summary>
    public GreetingRing AwaitingRound(DateTimeOffset now)
    {
        var today = Zone.DayOf(now).Date;
        NextActionAt = BeginsOn(today) > now ? BeginsOn(today) : BeginsOn(today.AddDays(1));
        return this;
    }

    /// <summary>Looks again at this moment, unless it was ended.</summary>
    public void LookAgain(DateTimeOffset at) => NextActionAt = EndedAt is null ? at : null;

    /// <summary>It goes round no more.</summary>
    public void End(DateTimeOffset at) => (EndedAt, NextActionAt) = (at, null);
}

/// <summary>Somebody in a ring, or asked into one; a resident is in one at the most.</summary>
public sealed class RingMember
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>In which ring.</summary>
    public required Guid RingId { get; init; }

    /// <summary>Who.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>Her place in the order; the lowest begins.</summary>
    public required int Place { get; init; }

    /// <summary>When she said yes: to being in it, and to the others hearing her name. Before that she is left out.</summary>
    public DateTimeOffset? JoinedAt { get; set; }
}
