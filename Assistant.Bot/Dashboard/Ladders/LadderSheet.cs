using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>Who is asked about one resident for one kind of worry, and what that would come to.</summary>
internal sealed record LadderSheet
{
    /// <summary>How many steps the form offers. Default 5: the organiser's hour holds no more. (choice)</summary>
    public const int Rows = 5;

    public required ResidentId Id { get; init; }

    public required string Name { get; init; }

    public required ConcernKind Kind { get; init; }

    public required TimeSpan Delay { get; init; }

    public required IReadOnlyList<EscalationStep> Steps { get; init; }

    /// <summary>Everybody of her circle, also who was only asked.</summary>
    public required IReadOnlyList<LadderPerson> Circle { get; init; }

    /// <summary>What the ladder would come to if she, or it, stayed silent.</summary>
    public required IReadOnlyList<LadderMoment> Forecast { get; init; }

    public required IReadOnlyList<PolicyRemark> Remarks { get; init; }

    /// <summary>When the forecast begins: at the end of tomorrow's grace, or at nine tomorrow.</summary>
    public required DateTimeOffset From { get; init; }
}

/// <summary>Somebody of a circle.</summary>
internal sealed record LadderPerson(PersonId Id, string Name, string Relation, bool HasAccepted, bool HoldsKey, IReadOnlySet<Means> Means);

/// <summary>One step of what would happen.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Whom we would ask; null where nobody is left.</param>
/// <param name="Means">By what means; null where any.</param>
/// <param name="Wakes">Whether she would be woken.</param>
internal sealed record LadderMoment(DateTimeOffset At, string? Who, Means? Means, bool Wakes);
