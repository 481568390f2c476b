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

    /// <summary>The first day she is back (holiday, hospital); null while she is at home.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>The check-in of this day, if there is one; null when the grace is over already or she is away.</summary>
    public CheckIn? On(LocalDay day, DateTimeOffset now)
    {
        var away = PausedUntil is { } back && day.Date < back;
        var dueBy = day.At(At) + Grace;
        if (away || day.Date < From || dueBy <= now || !Recurrence.Parse(Rule).FallsOn(day.Date, From))
        {
            return null;
        }

        return new CheckIn
        {
            Id = CheckInId.New(now),
            ResidentId = ResidentId,
            ScheduleId = Id,
            LocalDate = day.Date,
            CountsFrom = day.At(Resident.DayBegins),
            AskAt = day.At(At),
            DueBy = dueBy,
        }.Expected();
    }
}
