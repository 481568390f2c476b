using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>One concern as the organiser sees it: what went wrong and who is at it, never what was said.</summary>
internal sealed record ConcernCard
{
    public required ConcernId Id { get; init; }

    public required ResidentId ResidentId { get; init; }

    public required string Resident { get; init; }

    /// <summary>What it is about; null where the reader may know that somebody must look, and not why.</summary>
    public required ConcernKind? Kind { get; init; }

    public required ConcernState State { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>Who was asked, the first first, with what each answered.</summary>
    public required IReadOnlyList<AskedPerson> Asked { get; init; }

    /// <summary>Who goes; null while nobody does.</summary>
    public Involved? Going { get; init; }

    /// <summary>Since when somebody goes.</summary>
    public DateTimeOffset? GoingSince { get; init; }

    /// <summary>Whether it is the reader herself who goes.</summary>
    public bool IsMine { get; init; }

    /// <summary>How to get in. Only for somebody who has said she goes; null for everybody else.</summary>
    public string? WayIn { get; init; }

    /// <summary>When the ladder moves on by itself; null when it does not.</summary>
    public DateTimeOffset? MovesOnAt { get; init; }

    public ConcernOutcome? Outcome { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Everything that happened, the earliest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>Whether it still asks something of somebody.</summary>
    public bool IsOpen => State is not ConcernState.Resolved;
}

/// <summary>Somebody who takes part.</summary>
/// <param name="Name">What this person is called.</param>
/// <param name="Relation">What she is to the resident: a key of the phrase files; null for somebody outside the circle.</param>
internal sealed record Involved(string Name, string? Relation);

/// <summary>What somebody answered who was asked.</summary>
internal enum AskedAnswer
{
    None,
    Going,
    Declined,
}

/// <summary>Somebody who was asked.</summary>
internal sealed record AskedPerson(Involved Who, DateTimeOffset At, AskedAnswer Answer);

/// <summary>One line of what happened.</summary>
internal sealed record TimelineEntry(DateTimeOffset At, ConcernEventKind Kind, Involved? Who);
