using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.DayPlan;

/// <summary>What is kept of her days.</summary>
public sealed class DayPlanHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "DayPlan";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("What was on her day, and what came of it.", (db, who) => db.Set<PlanItem>().Where(i => i.ResidentId == who.Resident)),
        HeldRows.Of("What she does on which days, to remind her.", (db, who) => db.Set<Routine>().Where(r => r.ResidentId == who.Resident)),
        HeldRows.Of("Who changed her day, and when.", (db, who) => db.Set<DayChange>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("What is otherwise only once.", (db, who) => db.Set<OccurrenceOverride>().Where(o => o.ResidentId == who.Resident)),
        HeldRows.Of("What she agreed with others, to remind her.", (db, who) => db.Set<Appointment>().Where(a => a.ResidentId == who.Resident)),
    ];
}
