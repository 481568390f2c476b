using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Days on which nobody asks a resident how she is: a holiday, a hospital. It ends by itself, and says so.</summary>
public sealed class Pause : IWaitingRow
{
    /// <summary>How long it may last, at the most. Default 90 days: whoever is away longer talks it over with the organiser. (choice)</summary>
    public const int MostDays = 90;

    /// <summary>When she hears that it is over, on her first day back. Default 08:00, before any check-in of the morning. (choice)</summary>
    public static readonly TimeOnly SaysSoAt = new(8, 0);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is away.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The first day she is away.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The first day she is back.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>When it ended: by itself, or because she was back sooner.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset? NextActionAt { get; private set; }

    /// <inheritdoc/>
    public int Attempt { get; private set; }

    /// <inheritdoc/>
    public Guid RowId => Id;

    /// <summary>Waits for her first day back.</summary>
    public Pause Begun(HomeTimeZone zone)
    {
        NextActionAt = zone.At(Until, SaysSoAt);
        return this;
    }

    /// <summary>Whether she is away on this day.</summary>
    public bool Covers(DateOnly date) => EndedAt is null && From <= date && date < Until;

    /// <summary>It is over.</summary>
    public void End(DateTimeOffset at) => (EndedAt, NextActionAt, Attempt) = (at, null, Attempt + 1);
}
