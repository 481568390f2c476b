using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Jobs;

/// <summary>Keeps the rows of the next 48 hours equal to what residents chose; running twice changes nothing.</summary>
public sealed class PlanTheDay(
    IDbContextFactory<AssistantDb> contexts, DaysAhead days, TimeProvider clock, ILogger<PlanTheDay> log)
{
    /// <summary>How many residents are planned in one transaction. Default 200.</summary>
    public const int Together = 200;

    /// <summary>Plans for every resident we do something for; one whose wishes cannot be read costs no other her plan.</summary>
    /// <returns>How many rows changed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var changed = 0;
        foreach (var (zone, residents) in await ByZoneAsync(cancellationToken))
        {
            foreach (var some in residents.Chunk(Together))
            {
                changed += await TogetherAsync(zone, some, cancellationToken);
            }
        }

        return changed;
    }

    /// <summary>Plans for one resident at once, after something of hers changed.</summary>
    public Task<int> RunForAsync(ResidentId resident, HomeTimeZone zone, CancellationToken cancellationToken) =>
        PlanAsync(zone, [resident], cancellationToken);

    private async Task<Dictionary<string, List<ResidentId>>> ByZoneAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = await (
            from resident in db.Set<Resident>()
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where resident.ServiceEndedAt == null
            select new { resident.Id, person.TimeZoneId }).ToListAsync(cancellationToken);
        return all.GroupBy(r => r.TimeZoneId).ToDictionary(g => g.Key, g => g.Select(r => r.Id).ToList());
    }

    private async Task<int> TogetherAsync(string zone, ResidentId[] residents, CancellationToken cancellationToken)
    {
        var changed = 0;
        var fault = await OneAtATime.TryAsync(
            $"A plan for {residents.Length} residents",
            async cancel => changed = await PlanAsync(HomeTimeZone.Of(zone), residents, cancel),
            log,
            cancellationToken);
        if (fault is null || StoreFault.IsAway(fault))
        {
            return changed;
        }

        foreach (var resident in residents)
        {
            changed += await AloneAsync(zone, resident, cancellationToken);
        }

        return changed;
    }

    private async Task<int> AloneAsync(string zone, ResidentId resident, CancellationToken cancellationToken)
    {
        var changed = 0;
        var fault = await OneAtATime.TryAsync(
            $"A plan for resident {resident}",
            async cancel => changed = await PlanAsync(HomeTimeZone.Of(zone), [resident], cancel),
            log,
            cancellationToken);
        if (fault is not null && !StoreFault.IsAway(fault))
        {
            await OneAtATime.TryAsync(
                $"Setting aside resident {resident}", cancel => SetAsideAsync(resident, fault, cancel), log, cancellationToken);
        }

        return changed;
    }

    private async Task SetAsideAsync(ResidentId resident, Exception fault, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await SetAsideRow.NoteAsync(db, (nameof(Resident), resident.Value), fault, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<int> PlanAsync(HomeTimeZone zone, IReadOnlyCollection<ResidentId> some, CancellationToken cancellationToken) =>
        Overtaken.AgainAsync(cancel => OnceAsync(zone, some, cancel), cancellationToken);

    private async Task<int> OnceAsync(HomeTimeZone zone, IReadOnlyCollection<ResidentId> some, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await days.PlanAsync(db, some, zone, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed;
    }
}
