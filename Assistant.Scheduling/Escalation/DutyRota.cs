using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Reads who of a neighbourhood's organisers is on duty.</summary>
public static class DutyRota
{
    /// <summary>Whom a worry is brought to now, in each of these neighbourhoods; one without an organiser is left out.</summary>
    public static async Task<IReadOnlyDictionary<NeighbourhoodId, Person>> OnDutyAsync(
        AssistantDb db, IReadOnlyCollection<NeighbourhoodId> neighbourhoods, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plans = await PlansAsync(db, neighbourhoods, now, cancellationToken);
        var asked = plans.ToDictionary(plan => plan.Key, plan => plan.Value.AskedAt(now));
        var ids = asked.Values.OfType<PersonId>().ToList();
        var people = await db.Set<Person>().AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        return asked.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => people[one.Value ?? default]);
    }

    /// <summary>Whether somebody is on duty at every hour of the coming week.</summary>
    public static async Task<bool> IsCoveredAsync(
        AssistantDb db, NeighbourhoodId neighbourhood, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = (await PlansAsync(db, [neighbourhood], now, cancellationToken))[neighbourhood];
        return plan.Between(now, now + DutyWarning.Ahead).All(shift => shift.Person is not null);
    }

    /// <summary>The plans of these neighbourhoods, from a moment on, in three queries.</summary>
    public static async Task<IReadOnlyDictionary<NeighbourhoodId, DutyPlan>> PlansAsync(
        AssistantDb db, IReadOnlyCollection<NeighbourhoodId> neighbourhoods, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var organisers = (await db.Set<OrganiserDuty>().AsNoTracking().Where(d => neighbourhoods.Contains(d.NeighbourhoodId))
            .OrderBy(d => d.PersonId).ToListAsync(cancellationToken)).ToLookup(d => d.NeighbourhoodId, d => d.PersonId);
        var rotations = await db.Set<DutyRotation>().AsNoTracking().Where(r => neighbourhoods.Contains(r.NeighbourhoodId))
            .ToDictionaryAsync(r => r.NeighbourhoodId, cancellationToken);
        var changes = (await db.Set<DutyChange>().AsNoTracking()
            .Where(c => neighbourhoods.Contains(c.NeighbourhoodId) && c.Until > from).ToListAsync(cancellationToken))
            .ToLookup(c => c.NeighbourhoodId);
        return neighbourhoods.Distinct().ToDictionary(
            home => home,
            home => new DutyPlan(rotations.GetValueOrDefault(home), [.. changes[home].OrderByDescending(c => c.Id)], [.. organisers[home]]));
    }
}
