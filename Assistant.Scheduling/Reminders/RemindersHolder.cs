using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;

namespace Assistant.Scheduling.Reminders;

/// <summary>What is kept of how often she was asked.</summary>
public sealed class RemindersHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "Reminders";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("How often she was asked about what was on her day.", (db, who) => db.Set<Reminder>()
            .Where(r => db.Set<PlanItem>().Any(i => i.Id == r.Id && i.ResidentId == who.Resident))),
    ];
}
