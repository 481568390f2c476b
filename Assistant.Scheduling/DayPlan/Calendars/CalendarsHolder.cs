using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>What is kept of the calendars around her.</summary>
public sealed class CalendarsHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "Calendars";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("Whose birthdays she is told of.", (db, who) => db.Set<Birthday>().Where(b => b.ResidentId == who.Resident)),
        HeldRows.Of("Whose calendar may read her days, by a link.", (db, who) => db.Set<CalendarFeed>().Where(f => f.ResidentId == who.Resident)),
        HeldRows.Of("Which appointment came from which entry elsewhere.", (db, who) => db.Set<CalendarEntry>().Where(e => e.ResidentId == who.Resident)),
        HeldRows.Of("Which calendars elsewhere her appointments are read from.", (db, who) => db.Set<OtherCalendar>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("Files with appointments that somebody brought.", (db, who) => db.Set<CalendarProposal>().Where(p => p.ResidentId == who.Resident)),
    ];
}
