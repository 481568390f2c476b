using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Escalation;

/// <summary>Warns the organisers of hours in which none of them is on duty.</summary>
public static class DutyWarning
{
    /// <summary>How long before uncovered hours they hear of them. Default a week. (choice)</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Adds a warning for each stretch of uncovered hours that begins within <see cref="Ahead"/>, once; saves nothing.</summary>
    /// <returns>How many warnings were added.</returns>
    public static async Task<int> WarnAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var homes = await db.Set<DutyRotation>().AsNoTracking().Select(r => r.NeighbourhoodId).ToListAsync(cancellationToken);
        var plans = await DutyRota.PlansAsync(db, homes, now, cancellationToken);
        var warnings = 0;
        foreach (var (home, plan) in plans)
        {
            foreach (var gap in plan.Between(now, now + Ahead + Ahead).Where(shift => shift.Person is null && shift.From <= now + Ahead))
            {
                warnings += await WarnAsync(db, (home, plan), gap, now, cancellationToken);
            }
        }

        return warnings;
    }

    private static async Task<int> WarnAsync(
        AssistantDb db, (NeighbourhoodId Home, DutyPlan Plan) of, DutyShift gap, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Named by its end: while it lasts, its beginning is the moment we look.
        var key = $"duty:{of.Home}:{gap.Until.ToUnixTimeSeconds()}:";
        if (await db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey.StartsWith(key), cancellationToken))
        {
            return 0;
        }

        var outbox = new Outbox(db, now);
        foreach (var organiser in of.Plan.Organisers)
        {
            var saying = Saying.Of("duty.uncovered").With("from", gap.From).With("until", gap.Until);
            outbox.Put(organiser, $"{key}{organiser}", saying, Ground.Nobody, TimeSpan.FromHours(24));
        }

        return of.Plan.Organisers.Count;
    }
}
