using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>Reads what one resident of a neighbourhood agreed to.</summary>
internal sealed class ConsentReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>The watch and her sheet; null where she does not live in that neighbourhood.</summary>
    public async Task<(Watch Watch, ConsentSheet Sheet, DateTimeOffset Now)?> ReadAsync(
        Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return (watch, await SheetAsync(db, watch, resident, now, cancellationToken), now);
    }

    private static async Task<ConsentSheet> SheetAsync(
        AssistantDb db, Watch watch, Resident resident, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var history = await new ConsentBook(db, now).HistoryAsync(resident.Id, cancellationToken);
        var circle = await (
            from member in db.Set<CircleMember>().AsNoTracking()
            join person in db.Set<Person>() on member.PersonId equals person.Id
            where member.ResidentId == resident.Id && member.AcceptedAt != null
            select new { person.Id, person.Name }).ToListAsync(cancellationToken);
        var people = history.SelectMany(g => new[] { g.By, g.ContactId, g.WithdrawnBy }).OfType<PersonId>()
            .Append(resident.PersonId).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        ConsentItem Item(Agreement about) => ConsentItem.Of(about, history, now);
        return new ConsentSheet
        {
            Id = resident.Id,
            Name = names[resident.PersonId],
            EndedAt = resident.ServiceEndedAt,
            Groups =
            [
                new ConsentGroup(null, null, [Item(Agreement.Reminders), Item(Agreement.CheckIns), Item(Agreement.Memory)]),
                new ConsentGroup(null, watch.OrganiserName, [.. Agreement.Kinds.Select(kind => Item(Agreement.WithOrganiser(kind)))]),
                .. circle.OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(c =>
                    new ConsentGroup(c.Id, c.Name, [.. Agreement.Kinds.Select(kind => Item(Agreement.With(c.Id, kind)))])),
            ],
            History = history,
            Names = names,
            Stopped = await db.Set<OutboundMessage>().CountAsync(
                m => m.About == resident.Id && m.State == MessageState.Withdrawn, cancellationToken),
        };
    }
}
