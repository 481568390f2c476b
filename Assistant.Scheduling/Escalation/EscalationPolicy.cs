using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Escalation;

/// <summary>One step of a policy: whom to ask, by what means, how often, and how long to wait each time.</summary>
/// <param name="PersonId">Whom to ask; null means the organiser on duty.</param>
/// <param name="Wait">How long this step may take to answer, each time it is asked.</param>
public sealed record EscalationStep(PersonId? PersonId, TimeSpan Wait)
{
    /// <summary>How long a step has, unless chosen otherwise. Default 15 min. (choice)</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromMinutes(15);

    /// <summary>By what means; null where any will do.</summary>
    public Means? Means { get; init; }

    /// <summary>How often she is asked before the next. Default 1.</summary>
    public int Times { get; init; } = 1;
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

    /// <summary>The steps. Where none of them is the duty, the organiser on duty is the last.</summary>
    public required IReadOnlyList<EscalationStep> Steps { get; set; }

    /// <summary>How long we wait before anybody is asked. An emergency waits for nothing. Default none.</summary>
    public TimeSpan Delay { get; set; }
}
