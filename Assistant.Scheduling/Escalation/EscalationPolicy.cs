using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>One rung of a ladder as it was chosen: whom to ask, and how long to wait before the next.</summary>
/// <param name="PersonId">Whom to ask; null means the organiser on duty.</param>
/// <param name="Wait">How long this rung may take to answer.</param>
public sealed record EscalationStep(PersonId? PersonId, TimeSpan Wait)
{
    /// <summary>How long a rung has, unless chosen otherwise. Default 15 min. (choice)</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(15);
}

/// <summary>Who is asked, in which order, when this resident gives this kind of worry.</summary>
public sealed class EscalationPolicy
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>About whom.</summary>
    public required ResidentId ResidentId { get; init; }

    /// <summary>For which kind of worry.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>The rungs before the organiser, who always is the last.</summary>
    public required IReadOnlyList<EscalationStep> Steps { get; set; }
}
