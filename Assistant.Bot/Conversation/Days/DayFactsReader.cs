using Assistant.Bot.Conversation.Times;
using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Days;

/// <summary>Reads what a date is for one resident.</summary>
internal sealed class DayFactsReader(HolidayBook holidays)
{
    public async Task<DayFacts> ReadAsync(AssistantDb db, Resident resident, DateOnly date, CancellationToken cancellationToken)
    {
        var home = await db.Set<Neighbourhood>().AsNoTracking().SingleAsync(n => n.Id == resident.NeighbourhoodId, cancellationToken);
        // Who was born on 29 February may be kept on 1 March: both months are read.
        var (month, before) = (date.Month, date.AddMonths(-1).Month);
        var birthdays = await db.Set<Birthday>().AsNoTracking()
            .Where(b => b.ResidentId == resident.Id && (b.Month == month || b.Month == before)).ToListAsync(cancellationToken);
        return DayFacts.Of(date, home, birthdays, holidays);
    }
}
