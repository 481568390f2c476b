using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>What the calendars that are followed put on a resident's days of late, for her to hear of; of a file she heard at once.</summary>
public static class FreshEntries
{
    /// <summary>How many appointments to come they put there since then, and that still stand.</summary>
    public static async Task<int> CountAsync(
        AssistantDb db, ResidentId resident, (DateTimeOffset Since, DateOnly Today) from, CancellationToken cancellationToken) =>
        (await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.ResidentId == resident && db.Set<OtherCalendar>().Any(c => c.Id == a.Calendar && c.Address != null) && a.CancelledAt == null && (a.Rule != null || a.Date >= from.Today))
            .Select(a => a.Id).ToListAsync(cancellationToken)).Count(id => id.MadeAt() > from.Since);
}
