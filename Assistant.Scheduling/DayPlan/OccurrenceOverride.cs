using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>"Only this time": one occurrence of a series is left out, or is at another moment.</summary>
/// <remarks>
/// Unique by resident, source, series and date; applied whenever days are planned, so planning twice changes nothing and
/// taking the row away brings the occurrence back. Source: RFC 5545 §3.8.4.4 (RECURRENCE-ID) and §3.8.5.1 (EXDATE).
/// </remarks>
public sealed class OccurrenceOverride
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose day.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The <see cref="IPlanSource.Name"/> of the series.</summary>
    public required string Source { get; init; }

    /// <summary>The routine or the appointment.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>Which of its days: the date its rule names.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The date it is moved to, by her calendar; null where it is left out.</summary>
    public DateOnly? ToDate { get; private set; }

    /// <summary>The time it is moved to, by her clock; null where it takes the whole day, or is left out.</summary>
    public TimeOnly? ToAt { get; private set; }

    /// <summary>Whether it does not take place.</summary>
    public bool IsLeftOut => ToDate is null;

    /// <summary>It does not take place.</summary>
    public void LeaveOut() => (ToDate, ToAt) = (null, null);

    /// <summary>It takes place then.</summary>
    public void MoveTo(DateOnly date, TimeOnly? at) => (ToDate, ToAt) = (date, at);
}
