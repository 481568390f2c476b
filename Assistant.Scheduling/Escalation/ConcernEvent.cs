using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>What happened to a concern.</summary>
public enum ConcernEventKind
{
    /// <summary>It began.</summary>
    Raised,

    /// <summary>Somebody was asked.</summary>
    Asked,

    /// <summary>Somebody promised to go.</summary>
    Acknowledged,

    /// <summary>Somebody cannot.</summary>
    Declined,

    /// <summary>Whoever promised was asked how it went.</summary>
    AskedAfterPromise,

    /// <summary>Everybody was asked.</summary>
    Exhausted,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>Somebody of the neighbourhood said she worries.</summary>
    Reported,
}

/// <summary>One line of a concern's history: who knew what when. Only ever added.</summary>
public sealed class ConcernEvent
{
    /// <summary>The key; sorts by time.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which concern.</summary>
    public required ConcernId ConcernId { get; init; }

    /// <summary>What happened.</summary>
    public required ConcernEventKind Kind { get; init; }

    /// <summary>Who did it or to whom it was done; null for the clock.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
