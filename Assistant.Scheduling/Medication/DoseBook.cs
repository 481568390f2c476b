using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>One medication moment of a day with what was said of it; no record means that nobody said anything.</summary>
public sealed record DoseOfDay(PlanItem Item, DoseRecord? Record);

/// <summary>The book of doses, opened in one unit of work at one moment.</summary>
public sealed class DoseBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>Writes down what was said.</summary>
    public void Record(PlanItem item, DoseOutcome outcome, PersonId by, string channel) => db.Add(new DoseRecord
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = item.ResidentId,
        PlanItemId = item.Id,
        Outcome = outcome,
        SaidAt = now,
        SaidBy = by,
        Channel = channel,
    });

    /// <summary>The medication moments of a day, the first first, each with the last that was said of it.</summary>
    public async Task<IReadOnlyList<DoseOfDay>> DayAsync(ResidentId resident, LocalDay day, CancellationToken cancellationToken)
    {
        var items = await db.Set<PlanItem>()
            .Where(i => i.ResidentId == resident && i.Source == DoseSource.SourceName && i.LocalDate == day.Date)
            .Where(i => i.State != PlanItemState.Cancelled)
            .OrderBy(i => i.At).ToListAsync(cancellationToken);
        var ids = items.Select(i => i.Id).ToList();
        var records = (await db.Set<DoseRecord>().AsNoTracking().Where(r => ids.Contains(r.PlanItemId))
            .OrderBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => r.PlanItemId);
        return [.. items.Select(i => new DoseOfDay(i, records[i.Id].LastOrDefault()))];
    }
}
