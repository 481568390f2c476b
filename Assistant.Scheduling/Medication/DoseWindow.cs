using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication;

/// <summary>For whom and for which days a plan is expanded.</summary>
/// <remarks>
/// Unit: local dates, <paramref name="Until"/> exclusive. Windows that touch give what one long window gives.
/// </remarks>
/// <param name="From">The first day.</param>
/// <param name="Until">The day after the last.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="Hours">The person's own day.</param>
/// <param name="Anchor">The first day of the regimen, where a dosage itself names none: "every other day" counts from here.</param>
public sealed record DoseWindow(DateOnly From, DateOnly Until, HomeTimeZone Zone, DayHours Hours, DateOnly Anchor)
{
    internal bool Contains(DateOnly date) => From <= date && date < Until;
}
