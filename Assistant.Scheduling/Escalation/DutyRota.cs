using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Who of a neighbourhood's organisers is on duty.</summary>
public static class DutyRota
{
    /// <summary>The organiser on duty of each of these neighbourhoods.</summary>
    /// <remarks>While a neighbourhood has one organiser she always is; of several, the first who was appointed.</remarks>
    public static async Task<IReadOnlyDictionary<NeighbourhoodId, Person>> OnDutyAsync(
        AssistantDb db, IReadOnlyCollection<NeighbourhoodId> neighbourhoods, CancellationToken cancellationToken)
    {
        var duties = await (
            from duty in db.Set<OrganiserDuty>().AsNoTracking()
            join person in db.Set<Person>() on duty.PersonId equals person.Id
            where neighbourhoods.Contains(duty.NeighbourhoodId)
            orderby person.Id
            select new { duty.NeighbourhoodId, Person = person }).ToListAsync(cancellationToken);
        return duties.GroupBy(d => d.NeighbourhoodId).ToDictionary(g => g.Key, g => g.First().Person);
    }
}
