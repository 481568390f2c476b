namespace Assistant.Scheduling.Medication;

/// <summary>Turns instructions into the doses of given days.</summary>
/// <remarks>
/// Pure: the same plan and window give the same doses, and a window cut in two gives the same doses again. A local
/// time that a clock change skips moves forward, one that occurs twice is the first (RFC 5545 §3.3.5); intervals in
/// hours are elapsed time. As-needed, resting and unplannable dosages (<see cref="DosageCheck"/>) give nothing.
/// </remarks>
public static class DoseExpansion
{
    /// <summary>The doses of one instruction, in order.</summary>
    public static IEnumerable<DoseMoment> Expand(Dosage dosage, DoseWindow window) =>
        DoseStep.Alone(dosage, window.Anchor) is { IsPlannable: true } step ? OfStep(step, window) : [];

    /// <summary>The doses of a regimen of several instructions, in order of day and instant, each slot once a day.</summary>
    public static IEnumerable<DoseMoment> Expand(IReadOnlyList<Dosage> dosages, DoseWindow window)
    {
        if (dosages.Count == 1)
        {
            return Expand(dosages[0], window);
        }
        var steps = DoseStep.Plan(dosages, window.Anchor).Where(step => step.IsPlannable).ToList();
        return steps.Count == 1 ? OfStep(steps[0], window) : Together(steps, window);
    }

    private static IEnumerable<DoseMoment> Together(List<DoseStep> steps, DoseWindow window)
    {
        var all = LeastOf(steps) is { } least
            ? Apart(steps, window, least)
            : steps.SelectMany(step => OfStep(step, window)).OrderBy(dose => dose.Date).ThenBy(dose => dose.Instant);
        var taken = new HashSet<string>();
        var day = DateOnly.MinValue;
        foreach (var dose in all)
        {
            if (dose.Date != day)
            {
                day = dose.Date;
                taken.Clear();
            }
            yield return dose with { Slot = FreeSlot(dose.Slot, taken) };
        }
    }

    /// <summary>Two in the morning and one at night are two lines of one medicine: the time between holds across them.</summary>
    /// <remarks>Only where the whole day fits into 23 hours, so that no shift outlives a day: see <see cref="DoseSpacing"/>.</remarks>
    private static TimeSpan? LeastOf(List<DoseStep> steps) =>
        steps.TrueForAll(step => step.Dosage is { MinimumInterval: not null, Timing.Repeat: { } repeat } dosage
            && dosage.Sequence == steps[0].Dosage.Sequence && repeat.TimesOfDay.Count + repeat.When.Count > 0)
            && !StepRules.AreTight(steps.Select(step => step.Dosage))
                ? steps.Max(step => step.Dosage.MinimumInterval)
                : null;

    private static IEnumerable<DoseMoment> Apart(List<DoseStep> steps, DoseWindow window, TimeSpan least) => DoseSpacing
        .Keep(steps.SelectMany(step => OfStep(step, DoseSpacing.Widen(window))).OrderBy(dose => dose.Instant), least, window.Zone)
        .Where(dose => window.Contains(dose.Date)).OrderBy(dose => dose.Date);

    private static string FreeSlot(string slot, HashSet<string> taken)
    {
        var free = slot;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = $"{slot}#{n}";
        }
        return free;
    }

    private static IEnumerable<DoseMoment> OfStep(DoseStep step, DoseWindow window) =>
        step.Dosage.Timing?.Repeat?.Count is { } count
            ? Counted(step, window, count)
            : Spaced(step, window);

    /// <summary>A number of doses can only be counted from the first.</summary>
    private static IEnumerable<DoseMoment> Counted(DoseStep step, DoseWindow window, int count) =>
        Spaced(step, window with { From = step.Start < window.From ? step.Start : window.From })
            .Take(count).Where(dose => window.Contains(dose.Date));

    private static IEnumerable<DoseMoment> Spaced(DoseStep step, DoseWindow window) =>
        step.Dosage.MinimumInterval is { } least && DosesOf.Interval(step.Dosage) is null
            ? DoseSpacing.Keep(DosesOf.Step(step, DoseSpacing.Widen(window)), least, window.Zone)
                .Where(dose => window.Contains(dose.Date))
            : DosesOf.Step(step, window);
}
