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
    ResidentId Id, string Name, string TimeZoneId, DateTimeOffset? LastSignOfLifeAt, DateTimeOffset? ServiceEndedAt)
{
    /// <summary>What the reader of the page may see of her.</summary>
    public Seen Seen { get; init; } = Seen.Nothing;
}

/// <summary>What the reader of the page may see of a resident.</summary>
/// <param name="IsWatched">Whether she is asked how she is, and so silence means something.</param>
/// <param name="Silence">Whether and when she was heard of.</param>
/// <param name="Doses">That medicines were confirmed, never which.</param>
/// <param name="Day">That there are other things on her day, never what.</param>
internal sealed record Seen(bool IsWatched, bool Silence, bool Doses, bool Day)
{
    /// <summary>Nothing but her name.</summary>
    public static Seen Nothing { get; } = new(false, false, false, false);
}

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
