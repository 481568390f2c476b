using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting.Start;

/// <summary>One of the people a visitor can be.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">What this person is called.</param>
/// <param name="Relation">What she is to a resident; null for a resident herself.</param>
/// <param name="Residents">Whom she stands by; empty for a resident herself.</param>
internal sealed record Door(PersonId Person, string Name, string? Relation, IReadOnlyList<string> Residents);

/// <summary>Everybody a visitor of the demo can be: residents, those of their circles, the organisers.</summary>
internal sealed record Doors(IReadOnlyList<Door> Residents, IReadOnlyList<Door> Circle, IReadOnlyList<string> Organisers)
{
    public static async Task<Doors> ReadAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var residents = await (
            from resident in db.Set<Resident>().AsNoTracking()
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            orderby resident.Id
            select new { resident.Id, resident.PersonId, person.Name }).ToListAsync(cancellationToken);
        var members = await (
            from member in db.Set<CircleMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            orderby person.Id
            select new { person.Id, person.Name, member.Relation, member.ResidentId }).ToListAsync(cancellationToken);
        var organisers = await (
            from duty in db.Set<OrganiserDuty>().AsNoTracking()
            join person in db.Set<Person>() on duty.PersonId equals person.Id
            orderby person.Id
            select person.Name).ToListAsync(cancellationToken);
        var names = residents.ToDictionary(resident => resident.Id, resident => resident.Name);
        return new Doors(
            [.. residents.Select(resident => new Door(resident.PersonId, resident.Name, null, []))],
            [.. members.GroupBy(member => (member.Id, member.Name)).Select(group => new Door(
                group.Key.Id, group.Key.Name, group.First().Relation, [.. group.Select(member => names[member.ResidentId])]))],
            organisers);
    }
}
