using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>Puts the medication moments on the days: all medicines of one moment are one thing to ask.</summary>
public sealed class DoseSource : IPlanSource
{
    /// <summary>The source's name in the rows.</summary>
    public const string SourceName = "medication";

    /// <summary>The question that is asked.</summary>
    public const string Question = "medication.taken?";

    internal const string Choices = "medication.taken medication.later medication.skipped";

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var regimens = await db.Set<Regimen>().AsNoTracking()
            .Where(r => window.Residents.Contains(r.ResidentId) && r.From <= window.To && (r.Until == null || r.Until >= window.From))
            .ToListAsync(cancellationToken);
        var hours = await db.Set<ResidentHours>().AsNoTracking().Where(h => window.Residents.Contains(h.ResidentId))
            .ToDictionaryAsync(h => h.ResidentId, h => h.Hours, cancellationToken);
        var pauses = (await db.Set<MedicationPause>().AsNoTracking()
            .Where(p => window.Residents.Contains(p.ResidentId) && p.From <= window.To && p.ReturnsOn > window.From)
            .ToListAsync(cancellationToken)).ToLookup(p => p.ResidentId);
        return [.. regimens.GroupBy(r => r.ResidentId)
            .Select(of => new MedicineCabinet(of.Key, window.Zone, hours.GetValueOrDefault(of.Key, DayHours.Default))
            {
                Regimens = [.. of],
                Pauses = [.. pauses[of.Key]],
            })
            .SelectMany(cabinet => cabinet.Moments(window.From, window.To).Select(moment => moment.Planned))];
    }
}
