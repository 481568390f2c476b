using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>A kind of worry about a resident: what a ladder is chosen for.</summary>
public readonly record struct ConcernOf(ResidentId About, ConcernKind Kind);

/// <summary>Reads the ladders of many worries at once.</summary>
public static class LadderReader
{
    private sealed record Known(
        Dictionary<ResidentId, NeighbourhoodId> Homes,
        IReadOnlyDictionary<NeighbourhoodId, Person> OnDuty,
        Dictionary<(ResidentId, ConcernKind), EscalationPolicy> Policies,
        Dictionary<(ResidentId, PersonId), Responder> Accepted,
        Discretion Discretion);

    /// <summary>The ladder of each of these worries, with what everybody on it may hear at this moment.</summary>
    /// <exception cref="InvalidOperationException">A neighbourhood has no organiser, so its ladders have no end.</exception>
    public static async Task<IReadOnlyDictionary<ConcernOf, Ladder>> ReadAsync(
        AssistantDb db, IEnumerable<ConcernOf> worries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = worries.Distinct().ToList();
        var residents = all.Select(w => w.About).Distinct().ToList();
        var homes = await db.Set<Resident>().AsNoTracking().Where(r => residents.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.NeighbourhoodId, cancellationToken);
        var onDuty = await DutyRota.OnDutyAsync(db, [.. homes.Values.Distinct()], now, cancellationToken);
        var policies = (await db.Set<EscalationPolicy>().AsNoTracking().Where(p => residents.Contains(p.ResidentId))
            .ToListAsync(cancellationToken)).ToDictionary(p => (p.ResidentId, p.Kind));
        var accepted = await AcceptedAsync(db, residents, cancellationToken);
        var organisers = homes.Where(home => onDuty.ContainsKey(home.Value)).Select(home => new Pair(home.Key, onDuty[home.Value].Id));
        var pairs = accepted.Keys.Select(key => new Pair(key.Item1, key.Item2)).Concat(organisers).ToList();
        var known = new Known(homes, onDuty, policies, accepted, await Discretion.ReadAsync(db, pairs, now, cancellationToken));
        return all.ToDictionary(worry => worry, worry => Build(worry, known));
    }

    private static async Task<Dictionary<(ResidentId, PersonId), Responder>> AcceptedAsync(
        AssistantDb db, List<ResidentId> residents, CancellationToken cancellationToken)
    {
        var members = await (
            from member in db.Set<CircleMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where residents.Contains(member.ResidentId) && member.AcceptedAt != null
            select new { member.ResidentId, Person = person }).ToListAsync(cancellationToken);
        return members.ToDictionary(m => (m.ResidentId, m.Person.Id), m => AsResponder(m.Person));
    }

    private static Ladder Build(ConcernOf worry, Known known)
    {
        var home = known.Homes[worry.About];
        var organiser = known.OnDuty.GetValueOrDefault(home)
            ?? throw new InvalidOperationException($"Neighbourhood {home} has no organiser; appoint one.");
        var policy = known.Policies.GetValueOrDefault((worry.About, worry.Kind));
        var rungs = (policy?.Steps ?? []).SelectMany(step => Enumerable.Repeat(Rung(step), step.Times));
        return Ladder.Of(rungs, AsResponder(organiser), Hears(organiser.Id)) with { Delay = policy?.Delay ?? TimeSpan.Zero };

        Rung Rung(EscalationStep step) => step.PersonId is not { } id
            ? new Rung(AsResponder(organiser), step.Wait, Hears(organiser.Id)) { IsDuty = true, Means = step.Means }
            : known.Accepted.GetValueOrDefault((worry.About, id)) is { } member
                ? new Rung(member, step.Wait, Hears(id)) { Means = step.Means }

                // Who left the circle, or never came into it, keeps her place too: those behind her move no rung.
                : new Rung(AsResponder(organiser) with { PersonId = id }, step.Wait, null);

        SharedKind? Hears(PersonId person) => Told.To(new Pair(worry.About, person), worry.Kind, known.Discretion);
    }

    private static Responder AsResponder(Person person) => new(person.Id, person.Zone, person.Quiet);
}
