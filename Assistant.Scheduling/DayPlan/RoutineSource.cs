using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Puts a resident's routines on her days.</summary>
public sealed class RoutineSource : IPlanSource
{
    /// <summary>How long after its time a routine is still worth a word. Default 30 min. (choice)</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Name => "routine";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var routines = await db.Set<Routine>().AsNoTracking()
            .Where(r => window.Residents.Contains(r.ResidentId) && r.From <= window.To && (r.Until == null || r.Until >= window.From))
            .ToListAsync(cancellationToken);
        return [.. routines.SelectMany(routine => Moments(routine, window))];
    }

    private static IEnumerable<PlannedMoment> Moments(Routine routine, PlanWindow window)
    {
        var last = routine.Until is { } until && until < window.To ? until : window.To;
        foreach (var date in Recurrence.Parse(routine.Rule).Dates(routine.From, window.From, last))
        {
            yield return new PlannedMoment
            {
                ResidentId = routine.ResidentId,
                LocalDate = date,
                Slot = routine.Id.ToString("N"),
                At = window.Zone.At(date, routine.At),
                Title = routine.Title,
                Question = "routine.done?",
                Choices = "yes no",
                Importance = routine.Importance,
                Validity = Validity,
            };
        }
    }
}
