using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication;

/// <summary>Keeps doses by the wall clock apart when a clock change, or the plan itself, brings them too close.</summary>
/// <remarks>
/// A dose that would come too early moves later, and the one after it is measured from where it moved to.
/// <see cref="DosageCheck"/> asks that the intervals of a day fit into 23 hours; then no shift outlives a day, and
/// looking back <see cref="LookBack"/> days is enough to know every shift exactly.
/// </remarks>
internal static class DoseSpacing
{
    private const int LookBack = 3;

    /// <summary>The window, with the days before it that its first doses may have been pushed from.</summary>
    public static DoseWindow Widen(DoseWindow window) =>
        window with { From = window.From.DayNumber > LookBack ? window.From.AddDays(-LookBack) : window.From };

    /// <summary>The same doses, none sooner after another than <paramref name="least"/>.</summary>
    public static IEnumerable<DoseMoment> Keep(IEnumerable<DoseMoment> doses, TimeSpan least, HomeTimeZone zone)
    {
        var earliest = DateTimeOffset.MinValue;
        foreach (var dose in doses)
        {
            var kept = dose.Instant < earliest ? dose with { Instant = zone.Localise(earliest) } : dose;
            earliest = kept.Instant + least;
            yield return kept;
        }
    }
}
