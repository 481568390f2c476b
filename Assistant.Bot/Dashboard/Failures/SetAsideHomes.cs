using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Failures;

/// <summary>Where the resident lives whom a set-aside row is about, and what she is called.</summary>
internal sealed record SetAsideHome(Guid Row, NeighbourhoodId Neighbourhood, string Name);

/// <summary>Finds whom set-aside rows are about: the note itself knows only a table and an id.</summary>
internal static class SetAsideHomes
{
    public static async Task<IReadOnlyDictionary<Guid, SetAsideHome>> ReadAsync(
        AssistantDb db, IReadOnlyCollection<Guid> rows, CancellationToken cancellationToken)
    {
        var items = rows.Select(PlanItemId.From).ToList();
        var checkIns = rows.Select(CheckInId.From).ToList();
        var concerns = rows.Select(ConcernId.From).ToList();
        var messages = rows.Select(MessageId.From).ToList();
        List<(Guid Row, ResidentId Resident)> about =
        [
            .. await db.Set<PlanItem>().AsNoTracking().Where(item => items.Contains(item.Id))
                .Select(item => new { item.Id, item.ResidentId })
                .AsAsyncEnumerable().Select(x => (x.Id.Value, x.ResidentId)).ToListAsync(cancellationToken),
            .. await db.Set<CheckIn>().AsNoTracking().Where(checkIn => checkIns.Contains(checkIn.Id))
                .Select(checkIn => new { checkIn.Id, checkIn.ResidentId })
                .AsAsyncEnumerable().Select(x => (x.Id.Value, x.ResidentId)).ToListAsync(cancellationToken),
            .. await db.Set<Concern>().AsNoTracking().Where(concern => concerns.Contains(concern.Id))
                .Select(concern => new { concern.Id, concern.ResidentId })
                .AsAsyncEnumerable().Select(x => (x.Id.Value, x.ResidentId)).ToListAsync(cancellationToken),
        ];
        var residents = about.Select(pair => pair.Resident).Distinct().ToList();
        var homes = await (
            from resident in db.Set<Resident>().AsNoTracking()
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where residents.Contains(resident.Id)
            select new { resident.Id, resident.NeighbourhoodId, person.Name }).ToDictionaryAsync(r => r.Id, cancellationToken);
        var found = about.Where(pair => homes.ContainsKey(pair.Resident))
            .Select(pair => new SetAsideHome(pair.Row, homes[pair.Resident].NeighbourhoodId, homes[pair.Resident].Name))
            .ToDictionary(home => home.Row);
        foreach (var addressed in await AddressedAsync(db, messages, cancellationToken))
        {
            found[addressed.Row] = addressed;
        }

        return found;
    }

    // A message is about a resident, or else it is its receiver's own.
    private static async Task<List<SetAsideHome>> AddressedAsync(
        AssistantDb db, List<MessageId> messages, CancellationToken cancellationToken)
    {
        var rows = await (
            from message in db.Set<OutboundMessage>().AsNoTracking()
            join person in db.Set<Person>() on message.To equals person.Id
            where messages.Contains(message.Id)
            select new
            {
                message.Id,
                person.Name,
                Of = db.Set<Resident>().Where(r => r.Id == message.About).Select(r => (NeighbourhoodId?)r.NeighbourhoodId).FirstOrDefault(),
                person.NeighbourhoodId,
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Name, Home: row.Of ?? row.NeighbourhoodId))
            .Where(row => row.Home is not null)
            .Select(row => new SetAsideHome(row.Id.Value, row.Home.GetValueOrDefault(), row.Name))];
    }
}
