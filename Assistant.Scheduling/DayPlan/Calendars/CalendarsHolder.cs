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
    ];
}
