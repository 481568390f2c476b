using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>What became of one moment, as far as anybody said.</summary>
internal enum DoseMark
{
    Ahead,
    Asked,
    Taken,
    Late,
    LeftOut,
    Unconfirmed,
}

/// <summary>One moment of the picture.</summary>
internal sealed record DoseCell(DateTimeOffset At, DoseMark Mark, DateTimeOffset? SaidAt);

/// <summary>One day of the picture.</summary>
internal sealed record DoseDay(DateOnly Date, IReadOnlyList<DoseCell> Cells);

/// <summary>The answers of a week, day by day: facts, never a score (MDR 2017/745).</summary>
internal static class WeekPicture
{
    public const int Days = 7;

    public static IReadOnlyList<DoseDay> Of(IReadOnlyList<DoseOfDay> doses, DateOnly today, DateTimeOffset now)
    {
        var byDay = doses.ToLookup(dose => dose.Item.LocalDate);
        return [.. Enumerable.Range(1 - Days, Days).Select(today.AddDays)
            .Select(date => new DoseDay(date, [.. byDay[date].OrderBy(dose => dose.Item.At).Select(dose => Cell(dose, now))]))];
    }

    private static DoseCell Cell(DoseOfDay dose, DateTimeOffset now) =>
        new(dose.Item.At, MarkOf(dose, now), dose.Record?.SaidAt ?? dose.Item.AnsweredAt);

    private static DoseMark MarkOf(DoseOfDay dose, DateTimeOffset now) => dose switch
    {
        { Record: { Outcome: DoseOutcome.Taken } record } => record.SaidAt < dose.Item.ValidUntil ? DoseMark.Taken : DoseMark.Late,
        { Record.Outcome: DoseOutcome.Skipped } => DoseMark.LeftOut,
        { Item.State: PlanItemState.Done } => DoseMark.Taken,
        { Item.State: PlanItemState.Skipped } => DoseMark.LeftOut,
        { Item.State: PlanItemState.Open } => DoseMark.Asked,
        { Item.State: PlanItemState.Unconfirmed or PlanItemState.Expired } => DoseMark.Unconfirmed,
        _ => now < dose.Item.ValidUntil ? DoseMark.Ahead : DoseMark.Unconfirmed,
    };
}
