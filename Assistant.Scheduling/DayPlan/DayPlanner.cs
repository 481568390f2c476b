using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Keeps the rows of the coming days equal to what the sources want.</summary>
public sealed class DayPlanner(IEnumerable<IPlanSource> sources)
{
    /// <summary>How far ahead the rows reach. Default 48 h: a day of outage and a night's sleep before anything is missing.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(48);

    private readonly IReadOnlyList<IPlanSource> sources = [.. sources];

    /// <summary>Plans the horizon for these residents, who share a zone; adds to and changes the context, saves nothing.</summary>
    /// <returns>What changed, for whoever speaks of it.</returns>
    public async Task<PlanChanges> PlanAsync(
        AssistantDb db, IReadOnlyCollection<ResidentId> residents, HomeTimeZone zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Yesterday is planned too: a day that began late still owns what is asked after midnight.
        var window = new PlanWindow(residents, zone, zone.DayOf(now).PlusDays(-1).Date, zone.DayOf(now + Horizon).Date);
        var wanted = await WantedAsync(db, window, cancellationToken);

        // Mostly nothing differs; rows that are only looked at are read without the burden of being watched.
        var seen = await There(db, residents, window).AsNoTracking().ToListAsync(cancellationToken);
        var found = Compare(seen, wanted, now);
        var differs = found.Moved.Concat(found.Restored).Concat(found.Cancelled).Select(item => item.ResidentId).ToHashSet();
        if (differs.Count == 0)
        {
            return found;
        }

        var watched = await There(db, differs, window).ToListAsync(cancellationToken);
        return Compare([.. watched, .. seen.Where(item => !differs.Contains(item.ResidentId))], wanted, now);
    }

    /// <summary>All that the sources want in a window, however far ahead; makes no rows. Each with the name of its source.</summary>
    public async Task<IReadOnlyList<(string Source, PlannedMoment Moment)>> WantedAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var wanted = new List<(string Source, PlannedMoment Moment)>();
        foreach (var source in sources)
        {
            var moments = await source.MomentsAsync(db, window, cancellationToken);
            wanted.AddRange(moments.Select(moment => (source.Name, moment)));
        }

        return wanted;
    }

    private static IQueryable<PlanItem> There(AssistantDb db, IReadOnlyCollection<ResidentId> residents, PlanWindow window) =>
        db.Set<PlanItem>().Where(i => residents.Contains(i.ResidentId) && i.LocalDate >= window.From && i.LocalDate <= window.To);

    private static PlanChanges Compare(
        List<PlanItem> there, IReadOnlyList<(string Source, PlannedMoment Moment)> wanted, DateTimeOffset now)
    {
        var thereBy = there.ToLookup(i => i.ResidentId);
        var wantedBy = wanted.ToLookup(w => w.Moment.ResidentId);
        var all = thereBy.Select(g => g.Key).Union(wantedBy.Select(g => g.Key))
            .Select(id => Reconciliation.Of([.. thereBy[id]], [.. wantedBy[id]], now))
            .ToList();
        return new PlanChanges(
            [.. all.SelectMany(c => c.Added)],
            [.. all.SelectMany(c => c.Moved)],
            [.. all.SelectMany(c => c.Restored)],
            [.. all.SelectMany(c => c.Cancelled)]);
    }
}
