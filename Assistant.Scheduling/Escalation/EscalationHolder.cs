using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.Escalation;

/// <summary>What is kept of worries about her.</summary>
public sealed class EscalationHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "Escalation";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("What happened when somebody had to look.", (db, who) => db.Set<ConcernEvent>()
            .Where(e => db.Set<Concern>().Any(c => c.Id == e.ConcernId && c.ResidentId == who.Resident))),
        HeldRows.Of("When somebody had to look, and how it ended.", (db, who) => db.Set<Concern>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("Who is asked to look, and in which order.", (db, who) => db.Set<EscalationPolicy>().Where(p => p.ResidentId == who.Resident)),
    ];
}
