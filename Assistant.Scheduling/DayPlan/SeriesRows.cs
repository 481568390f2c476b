using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Finds the rows of series, and puts them back as they were.</summary>
internal static class SeriesRows
{
    public static async Task<IPlanSeries?> FindAsync(AssistantDb db, string source, Guid id, CancellationToken cancellationToken)
    {
        var appointment = AppointmentId.From(id);
        return source switch
        {
            AppointmentSource.SourceName =>
                await db.Set<Appointment>().SingleOrDefaultAsync(a => a.Id == appointment, cancellationToken),
            RoutineSource.SourceName => await db.Set<Routine>().SingleOrDefaultAsync(r => r.Id == id, cancellationToken),
            _ => throw new ArgumentException($"What '{source}' puts on a day cannot be changed here.", nameof(source)),
        };
    }

    public static Task<OccurrenceOverride?> OverrideAsync(AssistantDb db, Occurrence which, CancellationToken cancellationToken) =>
        db.Set<OccurrenceOverride>().SingleOrDefaultAsync(
            o => o.ResidentId == which.ResidentId && o.Source == which.Source && o.SeriesId == which.SeriesId && o.Date == which.Date,
            cancellationToken);

    public static async Task PutBackAsync(AssistantDb db, DayChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (change.Occurrence is { } date)
        {
            var which = new Occurrence(change.ResidentId, change.Source, change.SeriesId, date);
            if (await OverrideAsync(db, which, cancellationToken) is { } said)
            {
                PutBack(db, change, said);
            }

            return;
        }

        if (change.StartedId is { } started)
        {
            CallOff(await FindAsync(db, change.Source, started, cancellationToken), now);
        }

        var series = await FindAsync(db, change.Source, change.SeriesId, cancellationToken);
        if (change.Kind is DayChangeKind.Added)
        {
            CallOff(series, now);
        }
        else
        {
            series?.Take(new SeriesTimes(change.BeforeDate ?? series.Times.First, change.BeforeAt, change.BeforeRule, change.BeforeUntil));
        }
    }

    private static void CallOff(IPlanSeries? series, DateTimeOffset now) => series?.EndAfter(series.Times.First.AddDays(-1), now);

    private static void PutBack(AssistantDb db, DayChange change, OccurrenceOverride said)
    {
        if (!change.WasOverridden)
        {
            db.Remove(said);
        }
        else if (change.BeforeDate is { } before)
        {
            said.MoveTo(before, change.BeforeAt);
        }
        else
        {
            said.LeaveOut();
        }
    }
}
