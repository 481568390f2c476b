using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>Reads what today's page is made of: one question a table, whatever the number of residents.</summary>
internal sealed class BoardReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>The watch and its board; null where no neighbourhood with an organiser is found.</summary>
    public async Task<(Watch Watch, Board Board)?> ReadAsync(Guid? neighbourhood, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, cancellationToken) is not { } watch)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var rows = await RowsAsync(db, watch.Neighbourhood, now, cancellationToken);
        return (watch, Board.Of(rows, watch, now));
    }

    private static async Task<BoardRows> RowsAsync(
        AssistantDb db, NeighbourhoodId here, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Wide enough for every zone on earth; the rule takes from it what is today for each resident.
        var (first, last) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2), DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        return new BoardRows
        {
            Residents = await (
                from resident in db.Set<Resident>().AsNoTracking()
                join person in db.Set<Person>() on resident.PersonId equals person.Id
                where resident.NeighbourhoodId == here
                select new ResidentRow(
                    resident.Id, person.Name, person.TimeZoneId, resident.LastSignOfLifeAt, resident.WayIn, resident.ServiceEndedAt))
                .ToListAsync(cancellationToken),
            Moments = await (
                from item in db.Set<PlanItem>().AsNoTracking()
                join resident in db.Set<Resident>() on item.ResidentId equals resident.Id
                where resident.NeighbourhoodId == here && item.LocalDate >= first && item.LocalDate <= last
                select new MomentRow(item.ResidentId, item.Source, item.LocalDate, item.At, item.State, item.AnsweredAt))
                .ToListAsync(cancellationToken),
            CheckIns = await (
                from checkIn in db.Set<CheckIn>().AsNoTracking()
                join resident in db.Set<Resident>() on checkIn.ResidentId equals resident.Id
                where resident.NeighbourhoodId == here && checkIn.LocalDate >= first && checkIn.LocalDate <= last
                select new CheckInRow(
                    checkIn.ResidentId, checkIn.LocalDate, checkIn.AskAt, checkIn.DueBy, checkIn.State, checkIn.AskedAt, checkIn.ReceivedAt))
                .ToListAsync(cancellationToken),
            Concerns = await ConcernReader.ReadAsync(db, here, now, cancellationToken),
            Failures = await FailureReader.ReadAsync(db, here, now, cancellationToken),
        };
    }
}
