using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.DayPlan;

/// <summary>For whom and for which days a plan is made: residents who share a zone, both dates inclusive.</summary>
public sealed record PlanWindow(IReadOnlyCollection<ResidentId> Residents, HomeTimeZone Zone, DateOnly From, DateOnly To);

/// <summary>A petal of the day plan: one kind of thing that days are made of.</summary>
/// <remarks>Planning asks every source for many residents at once, so a source reads its rows in one query.</remarks>
public interface IPlanSource
{
    /// <summary>The source's name, stored with each item; lower case, never renamed.</summary>
    string Name { get; }

    /// <summary>Everything this source wants in the window; order does not matter.</summary>
    Task<IReadOnlyList<PlannedMoment>> MomentsAsync(AssistantDb db, PlanWindow window, CancellationToken cancellationToken);
}
