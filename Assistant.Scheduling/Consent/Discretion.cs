using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>Who would learn something about whom.</summary>
public readonly record struct Pair(ResidentId About, PersonId Asker);

/// <summary>What the rule must know of some residents and of those who would learn something about them, at one moment.</summary>
/// <remarks>Five queries for any number of residents: where they live, what they agree to, their circles, their organisers, their rings.</remarks>
public sealed class Discretion
{
    private readonly Dictionary<ResidentId, (PersonId Person, NeighbourhoodId Home)> residents;
    private readonly IReadOnlyDictionary<ResidentId, Agreements> agreements;
    private readonly Dictionary<(ResidentId, PersonId), bool> circles;
    private readonly ILookup<PersonId, NeighbourhoodId> duties;
    private readonly IReadOnlySet<Pair> fellows;

    private Discretion(
        Dictionary<ResidentId, (PersonId Person, NeighbourhoodId Home)> residents,
        IReadOnlyDictionary<ResidentId, Agreements> agreements,
        Dictionary<(ResidentId, PersonId), bool> circles,
        ILookup<PersonId, NeighbourhoodId> duties,
        IReadOnlySet<Pair> fellows) =>
        (this.residents, this.agreements, this.circles, this.duties, this.fellows) = (residents, agreements, circles, duties, fellows);

    /// <summary>Reads it for these pairs; about anybody else it knows nothing, and allows nothing.</summary>
    public static async Task<Discretion> ReadAsync(
        AssistantDb db, IReadOnlyCollection<Pair> pairs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var abouts = pairs.Select(p => p.About).Distinct().ToList();
        var askers = pairs.Select(p => p.Asker).Distinct().ToList();
        var residents = await db.Set<Resident>().AsNoTracking().Where(r => abouts.Contains(r.Id))
            .Select(r => new { r.Id, r.PersonId, r.NeighbourhoodId })
            .ToDictionaryAsync(r => r.Id, r => (r.PersonId, r.NeighbourhoodId), cancellationToken);

        // Whole circles: asked by both halves of its key, SQLite tries each resident with each asker, a quarter of a million for a batch.
        var circles = await db.Set<CircleMember>().AsNoTracking().Where(c => abouts.Contains(c.ResidentId))
            .Select(c => new { c.ResidentId, c.PersonId, HasAccepted = c.AcceptedAt != null }).ToListAsync(cancellationToken);
        var duties = await db.Set<OrganiserDuty>().AsNoTracking().Where(d => askers.Contains(d.PersonId)).ToListAsync(cancellationToken);
        return new Discretion(
            residents,
            await Agreements.ReadAsync(db, abouts, [], now, cancellationToken),
            circles.ToDictionary(c => (c.ResidentId, c.PersonId), c => c.HasAccepted),
            duties.ToLookup(d => d.PersonId, d => d.NeighbourhoodId),
            await FellowsAsync(db, abouts, cancellationToken));
    }

    /// <summary>What this resident agrees to.</summary>
    public Agreements Of(ResidentId resident) => agreements.GetValueOrDefault(resident, Agreements.None);

    /// <summary>Whether this person may know this kind of thing about this resident.</summary>
    /// <remarks>Whoever is several things to her, a neighbour and the organiser, may know what any of them may.</remarks>
    /// <param name="pair">Who about whom.</param>
    /// <param name="kind">What she would learn.</param>
    /// <param name="goes">Whether she has said she goes.</param>
    /// <param name="emergency">Whether an emergency of the resident stands.</param>
    public SharingDecision MayKnow(Pair pair, SharedKind kind, bool goes = false, bool emergency = false)
    {
        var decisions = RolesOf(pair, goes)
            .Select(role => SharingRule.Decide(role, pair.Asker, kind, Of(pair.About), emergency)).ToList();
        return decisions.Find(d => d.IsAllowed) is { IsAllowed: true } allowed ? allowed : decisions[0];
    }

    private static async Task<IReadOnlySet<Pair>> FellowsAsync(AssistantDb db, List<ResidentId> abouts, CancellationToken cancellationToken) => (await (
        from member in db.Set<RingMember>()
        join other in db.Set<RingMember>() on member.RingId equals other.RingId
        join resident in db.Set<Resident>() on other.ResidentId equals resident.Id
        where abouts.Contains(member.ResidentId) && member.JoinedAt != null && other.JoinedAt != null
        select new Pair(member.ResidentId, resident.PersonId)).ToListAsync(cancellationToken)).ToHashSet();

    private IEnumerable<AskerRole> RolesOf(Pair pair, bool goes)
    {
        var isKnown = residents.TryGetValue(pair.About, out var her);
        var isOrganiser = isKnown && duties[pair.Asker].Contains(her.Home);
        var isInCircle = circles.TryGetValue((pair.About, pair.Asker), out var hasAccepted) && isKnown;
        if (isKnown && her.Person == pair.Asker)
        {
            yield return AskerRole.Herself;
        }

        if (isInCircle)
        {
            yield return !hasAccepted ? AskerRole.Invited : goes ? AskerRole.GoingContact : AskerRole.Contact;
        }

        if (isOrganiser)
        {
            yield return goes ? AskerRole.GoingOrganiser : AskerRole.Organiser;
        }

        if (fellows.Contains(pair))
        {
            yield return AskerRole.RingFellow;
        }

        yield return duties.Contains(pair.Asker) ? AskerRole.OtherOrganiser : AskerRole.Stranger;
    }
}
