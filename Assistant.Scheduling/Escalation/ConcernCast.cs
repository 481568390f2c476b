using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Everybody who plays a part in some concerns, by name.</summary>
internal sealed class ConcernCast
{
    private readonly Dictionary<ResidentId, PersonId> residents;
    private readonly Dictionary<PersonId, Person> people;

    private ConcernCast(Dictionary<ResidentId, PersonId> residents, Dictionary<PersonId, Person> people) =>
        (this.residents, this.people) = (residents, people);

    /// <summary>Reads it in two queries, however many concerns.</summary>
    public static async Task<ConcernCast> ReadAsync(
        AssistantDb db,
        IReadOnlyCollection<Concern> concerns,
        IReadOnlyDictionary<ConcernOf, Ladder> ladders,
        CancellationToken cancellationToken)
    {
        var abouts = concerns.Select(c => c.ResidentId).Distinct().ToList();
        var residents = await db.Set<Resident>().AsNoTracking().Where(r => abouts.Contains(r.Id))
            .Select(r => new { r.Id, r.PersonId }).ToDictionaryAsync(r => r.Id, r => r.PersonId, cancellationToken);
        var ids = residents.Values.Concat(ladders.Values.SelectMany(l => l.Rungs).Select(r => r.Responder.PersonId))
            .Concat(concerns.Select(c => c.AcknowledgedBy).OfType<PersonId>()).Distinct().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return new ConcernCast(residents, people);
    }

    /// <summary>The resident it is about.</summary>
    public Person ResidentOf(Concern concern) => people[residents[concern.ResidentId]];

    /// <summary>What this person is called.</summary>
    public string NameOf(PersonId person) => people[person].Name;

    /// <summary>Which organisers of her neighbourhood read mail, and may know that somebody must look in on her.</summary>
    public static async Task<IReadOnlyList<PersonId>> MailedAsync(
        AssistantDb db, Concern concern, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mailed = await (
            from resident in db.Set<Resident>()
            join duty in db.Set<OrganiserDuty>() on resident.NeighbourhoodId equals duty.NeighbourhoodId
            join reach in db.Set<Reachability>() on duty.PersonId equals reach.PersonId
            join point in db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
            where resident.Id == concern.ResidentId && point.Channel == MeansOrder.EmailChannel
            select duty.PersonId).Distinct().ToListAsync(cancellationToken);
        var discretion = await Discretion.ReadAsync(db, [.. mailed.Select(p => new Pair(concern.ResidentId, p))], now, cancellationToken);
        return [.. mailed.Where(p => Told.To(new Pair(concern.ResidentId, p), concern.Kind, discretion) is not null)];
    }
}
