using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>Puts a resident's routines on her days.</summary>
public sealed class RoutineSource : IPlanSource
{
    /// <summary>The source's name in the rows.</summary>
    public const string SourceName = "routine";

    /// <summary>What is asked before she is led through the steps of one.</summary>
    public const string StepsQuestion = "steps.ready?";

    /// <summary>How long after its time a routine is still worth a word. Default 30 min. (choice)</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var overrides = await OccurrenceOverrides.ReadAsync(db, Name, window, cancellationToken);
        var moved = overrides.Series;
        var routines = await db.Set<Routine>().AsNoTracking()
            .Where(r => window.Residents.Contains(r.ResidentId) && r.Rule != "")
            .Where(r => moved.Contains(r.Id) || (r.From <= window.To && (r.Until == null || r.Until >= window.From)))
            .ToListAsync(cancellationToken);
        return [.. routines.SelectMany(routine => Moments(routine, overrides, window))];
    }

    private static IEnumerable<PlannedMoment> Moments(Routine routine, OccurrenceOverrides overrides, PlanWindow window)
    {
        foreach (var one in overrides.Of(routine, window.From, window.To))
        {
            var date = one.ToDate ?? one.Named;
            if (date < window.From || date > window.To)
            {
                continue;
            }

            yield return new PlannedMoment
            {
                ResidentId = routine.ResidentId,
                LocalDate = date,
                Slot = OccurrenceSlot.Of(routine.Id, one.Named, date).ToString(),
                At = window.Zone.At(date, one.ToAt ?? routine.At),
                Title = routine.Title,
                Question = routine.Steps.Count > 0 ? StepsQuestion : "routine.done?",
                Choices = "yes no",
                Importance = routine.Importance,
                NoticeAhead = routine.NoticeAhead,
                Validity = Validity,
                Occupies = Validity,
            };
        }
    }
}
