using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Consent;

/// <summary>What is kept of who she is, what she agreed to, and who looked.</summary>
/// <remarks>Also for the room of the residents, which may not know this one. It is erased last: all others refer to it.</remarks>
public sealed class ConsentHolder : IPersonalDataHolder
{
    /// <inheritdoc/>
    public string Room => "Residents and Consent";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("What she agreed to, to prove it (GDPR art. 7(1)).", (db, who) => db.Set<ConsentGrant>().Where(g => g.ResidentId == who.Resident)),
        HeldRows.Of("Who looks after her.", (db, who) => db.Set<CircleMember>().Where(c => c.ResidentId == who.Resident)),
        HeldRows.Of("With whom she greets in a ring.", (db, who) => db.Set<RingMember>().Where(m => m.ResidentId == who.Resident)),
        HeldRows.Of("Codes by which a device became hers.", (db, who) => db.Set<PairingCode>().Where(c => c.PersonId == who.Person && !who.IsMore)),
        HeldRows.Of("Whether our messages reach her.", (db, who) => db.Set<ReachTest>().Where(t => t.PersonId == who.Person && !who.IsMore)),
        HeldRows.Of("Where she is reached.", PlacesOf),
        HeldRows.Of("That she is reached there.", (db, who) => db.Set<Reachability>().Where(r => r.PersonId == who.Person && !who.IsMore)),
        HeldRows.Of("That we look after her days, and how to get in.", (db, who) => db.Set<Resident>().Where(r => r.Id == who.Resident)),
        HeldRows.Of("Her name, language and zone, to speak with her.", (db, who) => db.Set<Person>().Where(p => p.Id == who.Person && !who.IsMore)),
        HeldRows.Kept(
            "Who did what with her data, by ids only; five years.",
            "It proves who looked at her data (NEN 7513; GDPR art. 17(3)(b) and (e)), and holds no name and no content.",
            (db, who) => db.Set<AccessEntry>().Where(e => e.ResidentId == who.Resident).OrderBy(e => e.Sequence)),
    ];

    // A telephone that two share stays with the other.
    private static IQueryable<ContactPoint> PlacesOf(AssistantDb db, DataSubject who) => db.Set<ContactPoint>().Where(point => !who.IsMore
        && db.Set<Reachability>().Any(r => r.ContactPointId == point.Id && r.PersonId == who.Person)
        && !db.Set<Reachability>().Any(r => r.ContactPointId == point.Id && r.PersonId != who.Person));
}
