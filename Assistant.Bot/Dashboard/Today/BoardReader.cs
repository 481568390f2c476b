using Assistant.Bot.Dashboard.Concerns;
using Assistant.Bot.Dashboard.Failures;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>Reads what today's page is made of: one question a table, whatever the number of residents.</summary>
internal sealed class BoardReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>Over how long the figures are reckoned. Default 30 days. (choice)</summary>
    public static readonly TimeSpan FiguresOver = TimeSpan.FromDays(30);

    /// <summary>How soon worries were taken up here of late, and what that cost the organisers; numbers only, about nobody.</summary>
    public async Task<ConcernFigures> FiguresAsync(NeighbourhoodId here, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - FiguresOver;
        var residents = db.Set<Resident>().AsNoTracking().Where(r => r.NeighbourhoodId == here);
        var concerns = await db.Set<Concern>().AsNoTracking()
            .Where(c => c.RaisedAt > since && residents.Any(r => r.Id == c.ResidentId)).ToListAsync(cancellationToken);
        var ids = concerns.ConvertAll(c => c.Id);
        var events = await db.Set<ConcernEvent>().AsNoTracking().Where(e => ids.Contains(e.ConcernId)).ToListAsync(cancellationToken);
        var organisers = await db.Set<OrganiserDuty>().Where(d => d.NeighbourhoodId == here).Select(d => d.PersonId).ToListAsync(cancellationToken);
        return ConcernFigures.Of(
            concerns, events, organisers.ToHashSet(), await residents.CountAsync(r => r.ServiceEndedAt == null, cancellationToken));
    }

    /// <summary>The watch and its board; null where no neighbourhood with an organiser is found.</summary>
    public async Task<(Watch Watch, Board Board)?> ReadAsync(Guid? neighbourhood, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var rows = await RowsAsync(db, watch, now, cancellationToken);
        return (watch, Board.Of(rows, watch, now));
    }

    private static async Task<BoardRows> RowsAsync(
        AssistantDb db, Watch watch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var here = watch.Neighbourhood;
        var residents = await ResidentsAsync(db, here, cancellationToken);
        var discretion = await Discretion.ReadAsync(db, [.. residents.Select(r => new Pair(r.Id, watch.Organiser))], now, cancellationToken);

        // Wide enough for every zone on earth; the rule takes from it what is today for each resident.
        var (first, last) = (DateOnly.FromDateTime(now.UtcDateTime).AddDays(-2), DateOnly.FromDateTime(now.UtcDateTime).AddDays(1));
        return new BoardRows
        {
            Residents = residents.ConvertAll(resident => resident with { Seen = SeenOf(new Pair(resident.Id, watch.Organiser), discretion) }),
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
            Concerns = await ConcernReader.ReadAsync(db, watch, discretion, now, cancellationToken),
            Failures = await FailureReader.ReadAsync(db, here, now, cancellationToken),
        };
    }

    private static Task<List<ResidentRow>> ResidentsAsync(AssistantDb db, NeighbourhoodId here, CancellationToken cancellationToken) => (
        from resident in db.Set<Resident>().AsNoTracking()
        join person in db.Set<Person>() on resident.PersonId equals person.Id
        where resident.NeighbourhoodId == here
        select new ResidentRow(resident.Id, person.Name, person.TimeZoneId, resident.LastSignOfLifeAt, resident.ServiceEndedAt)).ToListAsync(cancellationToken);

    // Nobody is reminded without her yes, and then an unconfirmed moment means nothing.
    private static Seen SeenOf(Pair pair, Discretion discretion)
    {
        var agreed = discretion.Of(pair.About);
        var isReminded = agreed.Has(Purpose.Reminders);
        return new Seen(
            agreed.Has(Purpose.CheckIns),
            discretion.MayKnow(pair, SharedKind.Silence).IsAllowed,
            isReminded && discretion.MayKnow(pair, SharedKind.Doses).IsAllowed,
            isReminded && discretion.MayKnow(pair, SharedKind.DayPlan).IsAllowed);
    }
}
