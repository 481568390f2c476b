using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>A link by which one person's calendar reads a resident's days, for as long as the resident agrees.</summary>
/// <remarks>Whoever holds the link is taken for that person: what she may know is asked anew each time.</remarks>
public sealed class CalendarFeed
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose days.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>For whom the link was made.</summary>
    public required PersonId ReaderId { get; init; }

    /// <summary>The keyed hash of the token in the link; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Who made it.</summary>
    public required PersonId GivenBy { get; init; }

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>It shows nothing any more; the first time stands.</summary>
    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
