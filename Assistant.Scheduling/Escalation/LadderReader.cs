using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Reads the ladders of many concerns at once.</summary>
public static class LadderReader
{
    /// <summary>The ladder of each of these concerns.</summary>
    /// <exception cref="InvalidOperationException">A neighbourhood has no organiser, so its ladders have no end.</exception>
    public static async Task<IReadOnlyDictionary<ConcernId, Ladder>> ReadAsync(
        AssistantDb db, IReadOnlyCollection<Concern> concerns, CancellationToken cancellationToken)
    {
        var residents = concerns.Select(c => c.ResidentId).Distinct().ToList();
        var homes = await db.Set<Resident>().AsNoTracking().Where(r => residents.Contains(r.Id))
            .ToDictionaryAsync(r => r.Id, r => r.NeighbourhoodId, cancellationToken);
        var onDuty = await DutyRota.OnDutyAsync(db, [.. homes.Values.Distinct()], cancellationToken);
        var policies = (await db.Set<EscalationPolicy>().AsNoTracking().Where(p => residents.Contains(p.ResidentId))
            .ToListAsync(cancellationToken)).ToDictionary(p => (p.ResidentId, p.Kind));
        var accepted = await AcceptedAsync(db, residents, cancellationToken);
        return concerns.ToDictionary(c => c.Id, c => Build(c, homes[c.ResidentId], policies, accepted, onDuty));
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

    private static Ladder Build(
        Concern concern,
        NeighbourhoodId home,
        Dictionary<(ResidentId, ConcernKind), EscalationPolicy> policies,
        Dictionary<(ResidentId, PersonId), Responder> accepted,
        IReadOnlyDictionary<NeighbourhoodId, Person> onDuty)
    {
        var organiser = onDuty.GetValueOrDefault(home)
            ?? throw new InvalidOperationException($"Neighbourhood {home} has no organiser; appoint one.");
        var steps = policies.GetValueOrDefault((concern.ResidentId, concern.Kind))?.Steps ?? [];
        var rungs = steps
            .Select(step => (step.Wait, Responder: step.PersonId is { } id ? accepted.GetValueOrDefault((concern.ResidentId, id)) : null))
            .Where(step => step.Responder is not null)
            .Select(step => new Rung(step.Responder ?? AsResponder(organiser), step.Wait));
        return Ladder.Of(rungs, AsResponder(organiser));
    }

    private static Responder AsResponder(Person person) => new(person.Id, person.Zone, person.Quiet);
}
