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
        HeldRows.Of("How far she was led through the steps of something.", (db, who) => db.Set<Walkthrough>().Where(w => w.ResidentId == who.Resident)),
        HeldRows.Of("How often she was asked about what was on her day.", (db, who) => db.Set<Reminder>()
            .Where(r => db.Set<PlanItem>().Any(i => i.Id == r.Id && i.ResidentId == who.Resident))),
    ];
}
