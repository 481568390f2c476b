using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.CheckIns;

/// <summary>At which hour of which days a resident wants to be asked how she is.</summary>
public sealed class CheckInSchedule
{
    /// <summary>How long silence is only silence, unless she chose otherwise. Default 60 min. (choice)</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromMinutes(60);

    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>When she is asked, on her clock.</summary>
    public required TimeOnly At { get; set; }

    /// <summary>On which days. Shape: a recurrence rule (RFC 5545 §3.3.10).</summary>
    public required string Rule { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>How long silence is only silence.</summary>
    public required TimeSpan Grace { get; set; }

    /// <summary>Whether this day is one of those she chose.</summary>
    public bool FallsOn(DateOnly date) => date >= From && Recurrence.Parse(Rule).FallsOn(date, From);

    /// <summary>The check-in of a day on which she is asked; null when its grace is over already.</summary>
    /// <param name="day">The day.</param>
    /// <param name="countsFrom">Since when a sign of life counts for it.</param>
    /// <param name="now">The moment of planning.</param>
    public CheckIn? On(LocalDay day, DateTimeOffset countsFrom, DateTimeOffset now)
    {
        var askAt = day.At(At);
        return askAt + Grace <= now ? null : new CheckIn
        {
            Id = CheckInId.New(now),
            ResidentId = ResidentId,
            ScheduleId = Id,
            LocalDate = day.Date,
            CountsFrom = countsFrom,
            AskAt = askAt,
            DueBy = askAt + Grace,
        }.Expected();
    }
}
