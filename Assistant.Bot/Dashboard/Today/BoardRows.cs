using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>Everything of one neighbourhood that today's page is made of, as it is stored.</summary>
internal sealed record BoardRows
{
    public required IReadOnlyList<ResidentRow> Residents { get; init; }

    public required IReadOnlyList<MomentRow> Moments { get; init; }

    public required IReadOnlyList<CheckInRow> CheckIns { get; init; }

    public required ConcernRows Concerns { get; init; }

    public required IReadOnlyList<Failure> Failures { get; init; }
}

/// <summary>A resident, without anything she said.</summary>
internal sealed record ResidentRow(
    ResidentId Id, string Name, string TimeZoneId, DateTimeOffset? LastSignOfLifeAt, string? WayIn, DateTimeOffset? ServiceEndedAt);

/// <summary>A thing of the day. Its title stays in the store: it may hold a medicine or something private.</summary>
internal sealed record MomentRow(
    ResidentId ResidentId, string Source, DateOnly LocalDate, DateTimeOffset At, PlanItemState State, DateTimeOffset? AnsweredAt);

/// <summary>A check-in.</summary>
internal sealed record CheckInRow(
    ResidentId ResidentId,
    DateOnly LocalDate,
    DateTimeOffset AskAt,
    DateTimeOffset DueBy,
    CheckInState State,
    DateTimeOffset? AskedAt,
    DateTimeOffset? ReceivedAt);
