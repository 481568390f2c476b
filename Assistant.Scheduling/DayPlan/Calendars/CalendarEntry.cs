using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>Which appointment of ours came from which entry of another calendar, and how that entry was then.</summary>
public sealed class CalendarEntry
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which calendar.</summary>
    public required Guid CalendarId { get; init; }

    /// <summary>On whose days.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>The keyed hash of the entry's UID: calendars make those of names and addresses.</summary>
    public required string UidHash { get; init; }

    /// <summary>The keyed hash of <see cref="ReadAppointment.Key"/>.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The appointment it became.</summary>
    public required AppointmentId AppointmentId { get; init; }

    /// <summary>The keyed hash of all it said, by which a change is seen.</summary>
    public required string Content { get; set; }

    /// <summary>The revision. Source: RFC 5545 §3.8.7.4.</summary>
    public required int Sequence { get; set; }

    /// <summary>When that revision was written; UTC.</summary>
    public required DateTimeOffset StampedAt { get; set; }

    /// <summary>The dates of which the calendar itself said something else: what she changed by a word is not among them. Shape: ISO dates, a space between.</summary>
    public required string ChangedDates { get; set; }
}
