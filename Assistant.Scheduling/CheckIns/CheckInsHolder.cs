using Assistant.Scheduling.Consent;

namespace Assistant.Scheduling.CheckIns;

/// <summary>What is kept of her signs of life.</summary>
public sealed class CheckInsHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "CheckIns";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("When she was asked how she is, and whether a sign of life came.", (db, who) => db.Set<CheckIn>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("When a greeting came to her in her ring, and whether she passed it on.", (db, who) => db.Set<RingTurn>().Where(t => t.ResidentId == who.Resident)),
        HeldRows.Of("When she is away and is not asked.", (db, who) => db.Set<Pause>().Where(p => p.ResidentId == who.Resident)),
        HeldRows.Of("At what times she is asked.", (db, who) => db.Set<CheckInSchedule>().Where(s => s.ResidentId == who.Resident)),
    ];
}
