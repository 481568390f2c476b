using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One time of a series of a resident's, by which it is moved or cancelled.</summary>
/// <param name="ResidentId">Whose day.</param>
/// <param name="Source">What put it there.</param>
/// <param name="SeriesId">The routine or the appointment.</param>
/// <param name="Date">The date its rule names, wherever it was moved since.</param>
public readonly record struct Occurrence(ResidentId ResidentId, string Source, Guid SeriesId, DateOnly Date)
{
    /// <summary>The occurrence a planned moment is; null where it is no occurrence of a series, such as a dose.</summary>
    public static Occurrence? Of(string source, PlannedMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return Of(source, moment.ResidentId, moment.Slot, moment.LocalDate);
    }

    /// <summary>The occurrence a row of her day is; null where it is no occurrence of a series.</summary>
    public static Occurrence? Of(PlanItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Of(item.Source, item.ResidentId, item.Slot, item.LocalDate);
    }

    private static Occurrence? Of(string source, ResidentId resident, string slot, DateOnly date) =>
        source is RoutineSource.SourceName or AppointmentSource.SourceName && OccurrenceSlot.Read(slot) is { } read
            ? new Occurrence(resident, source, read.Series, read.Named ?? date)
            : null;
}
