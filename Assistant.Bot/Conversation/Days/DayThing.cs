using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Conversation.Days;

/// <summary>One thing of somebody's days, whether it has a row already or only follows from her plan.</summary>
/// <param name="Date">The date it belongs to.</param>
/// <param name="Series">What it is one time of: the same on every day it comes back.</param>
/// <param name="Title">What it is: words, or a say-key after <c>=</c>.</param>
/// <param name="At">When.</param>
/// <param name="IsAllDay">Whether it takes the whole day, and has no time to be said.</param>
/// <param name="Became">What became of it.</param>
internal sealed record DayThing(DateOnly Date, string Series, string Title, DateTimeOffset At, bool IsAllDay, ThingBecame Became)
{
    /// <summary>Whether it is still to come, or waits for an answer. What she did or left out is over, even before its time.</summary>
    public bool IsComing(DateTimeOffset now, DateOnly today) => Became switch
    {
        ThingBecame.Open => true,
        ThingBecame.Nothing => IsAllDay ? Date >= today : At > now,
        _ => false,
    };

    /// <summary>Whether it is about medicines, which have words and a moment of their own.</summary>
    public bool IsMedicine => Series.StartsWith(DoseSource.SourceName, StringComparison.Ordinal);

    /// <summary>Whether she agreed it with somebody.</summary>
    public bool IsAgreed => Series.StartsWith(AppointmentSource.SourceName, StringComparison.Ordinal);

    /// <summary>What a row of her day is.</summary>
    public static DayThing Of(PlanItem item) => new(item.LocalDate, SeriesOf(item.Source, item.Slot), item.Title, item.At, item.IsAllDay, item.State switch
    {
        PlanItemState.Open => ThingBecame.Open,
        PlanItemState.Skipped => ThingBecame.LeftOut,
        PlanItemState.Done when item.AnsweredAt is not null => ThingBecame.Done,
        _ => ThingBecame.Nothing,
    });

    /// <summary>What her plan wants on a day that has no rows yet.</summary>
    public static DayThing Of(string source, PlannedMoment moment) =>
        new(moment.LocalDate, SeriesOf(source, moment.Slot), moment.Title, moment.At, moment.IsAllDay, ThingBecame.Nothing);

    private static string SeriesOf(string source, string slot) => $"{source}:{OccurrenceSlot.Read(slot)?.Series.ToString() ?? slot}";
}

/// <summary>What became of a thing, as far as she said.</summary>
internal enum ThingBecame
{
    /// <summary>Nothing was said of it.</summary>
    Nothing,

    /// <summary>She was asked, and did not answer yet.</summary>
    Open,

    /// <summary>She says it is done.</summary>
    Done,

    /// <summary>She says she leaves it out.</summary>
    LeftOut,
}
