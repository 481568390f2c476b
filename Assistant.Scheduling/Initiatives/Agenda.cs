using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Initiatives;

/// <summary>One time that an initiative takes place.</summary>
public sealed record Gathering(Initiative Initiative, DateTimeOffset At);

/// <summary>What is on in a neighbourhood.</summary>
public static class Agenda
{
    /// <summary>What begins between now and the end of so many days, the first first, by the given zone's clock.</summary>
    public static async Task<IReadOnlyList<Gathering>> ComingAsync(
        AssistantDb db, NeighbourhoodId neighbourhood, (HomeTimeZone Zone, DateTimeOffset Now, int Days) when, CancellationToken cancellationToken)
    {
        var initiatives = await db.Set<Initiative>().AsNoTracking()
            .Where(i => i.NeighbourhoodId == neighbourhood).ToListAsync(cancellationToken);
        var today = when.Zone.DayOf(when.Now);
        var last = today.PlusDays(when.Days);
        return [.. initiatives
            .SelectMany(i => Recurrence.Parse(i.Rule).Dates(i.From, today.Date, last.Date)
                .Select(date => new Gathering(i, when.Zone.At(date, i.At))))
            .Where(gathering => gathering.At > when.Now)
            .OrderBy(gathering => gathering.At)];
    }
}
