using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.Medication;

/// <summary>What is kept of her medicines.</summary>
public sealed class MedicationHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "Medication";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("What she said of her doses.", (db, who) => db.Set<DoseRecord>().Where(d => d.ResidentId == who.Resident)),
        HeldRows.Of("What she took as needed.", (db, who) => db.Set<IntakeRecord>().Where(i => i.ResidentId == who.Resident)),
        HeldRows.Of("What she still has, to say in time that it runs out.", (db, who) => db.Set<StockCount>().Where(s => s.ResidentId == who.Resident)),
        HeldRows.Of("When nothing is asked of her pills.", (db, who) => db.Set<MedicationPause>().Where(p => p.ResidentId == who.Resident)),
        HeldRows.Of("Who changed her list, and when.", (db, who) => db.Set<RegimenChange>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("What a list from outside proposed.", (db, who) => db.Set<ProposalLine>()
            .Where(l => db.Set<MedicationProposal>().Any(p => p.Id == l.ProposalId && p.ResidentId == who.Resident))),
        HeldRows.Of("Lists from outside.", (db, who) => db.Set<MedicationProposal>().Where(p => p.ResidentId == who.Resident)),
        HeldRows.Of("Her medicines and their times, to remind her.", (db, who) => db.Set<Regimen>().Where(r => r.ResidentId == who.Resident)),
        HeldRows.Of("The hours of her day, by which medicines are planned.", (db, who) => db.Set<ResidentHours>().Where(h => h.ResidentId == who.Resident)),
    ];
}
