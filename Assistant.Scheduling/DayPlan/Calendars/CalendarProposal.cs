using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>A calendar that came as a file, kept until somebody has looked at it; nothing of it stands on her days before.</summary>
public sealed class CalendarProposal
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>On whose days it would stand.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>What stood in it. Shape: iCalendar (RFC 5545), byte by byte in base64; empty once it is decided.</summary>
    public required string Content { get; set; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Who brought it.</summary>
    public required PersonId ReceivedBy { get; init; }

    /// <summary>When somebody decided about it; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>It is decided, and not kept.</summary>
    public void Decide(DateTimeOffset at) => (DecidedAt, Content) = (DecidedAt ?? at, "");
}
