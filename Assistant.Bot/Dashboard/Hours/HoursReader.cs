using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>Reads the hours of one resident of a neighbourhood.</summary>
internal sealed class HoursReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>The watch and the sheet; null where she does not live in that neighbourhood.</summary>
    public async Task<(Watch Watch, HoursSheet Sheet, DateTimeOffset Now)?> ReadAsync(
        Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await Watch.FindAsync(db, neighbourhood, now, cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var schedules = await db.Set<CheckInSchedule>().AsNoTracking().Where(s => s.ResidentId == id).ToListAsync(cancellationToken);
        var today = person.Zone.DayOf(now).Date;
        var pauses = await db.Set<Pause>().AsNoTracking().Where(p => p.ResidentId == id && p.EndedAt == null).ToListAsync(cancellationToken);
        return (watch, new HoursSheet
        {
            Id = id,
            Name = person.Name,
            IsAsked = (await Agreements.OfAsync(db, id, now, cancellationToken)).Has(Purpose.CheckIns),
            IsServed = resident.ServiceEndedAt is null,
            Hours = [.. schedules.OrderBy(s => s.At).ThenBy(s => s.Id).Select(HoursForm.Of)],
            Channel = await ChannelAsync(db, person.Id, cancellationToken),
            Quiet = person.Quiet is { } quiet ? (quiet.From, quiet.Until) : null,
            MessagesAnHour = resident.MostMessagesAnHour,
            AwayUntil = pauses.Find(p => p.Covers(today))?.Until,
        }, now);
    }

    private static Task<string?> ChannelAsync(AssistantDb db, PersonId person, CancellationToken cancellationToken) => (
        from reach in db.Set<Reachability>()
        join point in db.Set<ContactPoint>() on reach.ContactPointId equals point.Id
        where reach.PersonId == person && point.LastHeardAt != null
        orderby point.LastHeardAt descending
        select point.Channel).FirstOrDefaultAsync(cancellationToken);
}
