using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>One time of a series, after what was said of only that time.</summary>
/// <param name="Named">The date its rule names.</param>
/// <param name="ToDate">The date it was moved to, by the resident's calendar; null where it was not moved.</param>
/// <param name="ToAt">The time it was moved to.</param>
public readonly record struct SeriesOccurrence(DateOnly Named, DateOnly? ToDate = null, TimeOnly? ToAt = null);

/// <summary>What was said of single times in some days of some residents.</summary>
public sealed class OccurrenceOverrides
{
    private readonly ILookup<Guid, OccurrenceOverride> bySeries;

    /// <summary>These.</summary>
    public OccurrenceOverrides(IEnumerable<OccurrenceOverride> rows) => bySeries = rows.ToLookup(row => row.SeriesId);

    /// <summary>The series of which something was moved into or within these days; they may begin later or have ended.</summary>
    public IReadOnlyCollection<Guid> Series => [.. bySeries.Select(series => series.Key)];

    /// <summary>Reads what touches the window: occurrences named in it, or moved into it.</summary>
    public static async Task<OccurrenceOverrides> ReadAsync(
        AssistantDb db, string source, PlanWindow window, CancellationToken cancellationToken) =>
        new(await db.Set<OccurrenceOverride>().AsNoTracking()
            .Where(o => o.Source == source && window.Residents.Contains(o.ResidentId))
            .Where(o => (o.Date >= window.From && o.Date <= window.To) || (o.ToDate >= window.From && o.ToDate <= window.To))
            .ToListAsync(cancellationToken));

    /// <summary>The occurrences of a series that its rule names in the window, or that were moved into it; each once.</summary>
    /// <param name="series">The series.</param>
    /// <param name="from">The first date, by the clock of the series.</param>
    /// <param name="last">The last date.</param>
    public IEnumerable<SeriesOccurrence> Of(IPlanSeries series, DateOnly from, DateOnly last)
    {
        var said = bySeries[series.SeriesId].ToDictionary(row => row.Date);
        foreach (var date in Dates(series.Times, from, last))
        {
            if (!said.ContainsKey(date))
            {
                yield return new SeriesOccurrence(date);
            }
        }

        foreach (var row in said.Values.Where(row => Dates(series.Times, row.Date, row.Date).Any()))
        {
            if (row.ToDate is { } to)
            {
                yield return new SeriesOccurrence(row.Date, to, row.ToAt);
            }
        }
    }

    /// <summary>The dates a series names between two dates, both inclusive, whatever was said of single times.</summary>
    public static IEnumerable<DateOnly> Dates(SeriesTimes times, DateOnly from, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(times);
        var end = times.Until is { } until && until < last ? until : last;
        var begin = times.First > from ? times.First : from;
        if (begin > end)
        {
            return [];
        }

        return times.Rule is { } rule ? Recurrence.Parse(rule).Dates(times.First, begin, end)
            : times.First == begin ? [begin]
            : [];
    }
}
