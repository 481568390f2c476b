using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Days;

/// <summary>Reads what is on somebody's days: near ones from their rows, further ones from what her plan wants.</summary>
internal sealed class DayThings(DayPlanner planner)
{
    /// <summary>What is on these days, both dates inclusive, by time; without what was called off.</summary>
    public async Task<IReadOnlyList<DayThing>> ReadAsync(
        AssistantDb db, (ResidentId Resident, HomeTimeZone Zone) whose, (DateOnly From, DateOnly To) days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var resident = whose.Resident;
        var rows = await db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.ResidentId == resident && i.LocalDate >= days.From && i.LocalDate <= days.To && i.State != PlanItemState.Cancelled)
            .ToListAsync(cancellationToken);
        var things = rows.ConvertAll(DayThing.Of);
        var unplanned = whose.Zone.DayOf(now + DayPlanner.Horizon).Date.AddDays(1);
        if (days.To >= unplanned)
        {
            var window = new PlanWindow([resident], whose.Zone, days.From > unplanned ? days.From : unplanned, days.To);
            var wanted = await planner.WantedAsync(db, window, cancellationToken);
            things.AddRange(wanted.Select(one => DayThing.Of(one.Source, one.Moment)));
        }

        return [.. things.OrderBy(thing => thing.Date).ThenByDescending(thing => thing.IsAllDay).ThenBy(thing => thing.At)];
    }
}
