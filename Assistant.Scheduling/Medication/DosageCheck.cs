using System.Globalization;

namespace Assistant.Scheduling.Medication;

/// <summary>Judges instructions before they are planned: what to confirm, what cannot be planned, what is wrong.</summary>
/// <remarks>
/// Never judges whether the dose is good for the person: that is for who prescribed it (MDR 2017/745).
/// Source: FHIR R4 Timing invariants tim-1 to tim-10, Dosage; the limits on how often are ours.
/// </remarks>
public static class DosageCheck
{
    /// <summary>Everything there is to say about a regimen, line by line, then about its steps.</summary>
    /// <param name="dosages">The instructions.</param>
    /// <param name="path">What the list is called in the source: <c>dosageInstruction</c>.</param>
    public static IReadOnlyList<DosageProblem> Of(IReadOnlyList<Dosage> dosages, string path = "dosage")
    {
        var lines = dosages.SelectMany((dosage, i) => OfLine(dosage, RepeatQuestions.AndRules)
            .Select(problem => problem with { Field = $"{LineOf(path, i)}.{problem.Field}" }));
        return [.. lines, .. StepRules.Of(dosages, path)];
    }

    /// <summary>What the line with this index is called: <c>dosage[0]</c>.</summary>
    internal static string LineOf(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    /// <summary>Whether the clock may plan this instruction.</summary>
    internal static bool CanPlan(Dosage dosage) =>
        OfLine(dosage, RepeatRules.Blocking).All(problem => problem.Weight == ProblemWeight.Confirm);

    private static IEnumerable<DosageProblem> OfLine(Dosage dosage, Func<Repeat, IEnumerable<DosageProblem>> rules)
    {
        var timing = dosage.Timing?.Repeat is { } repeat ? rules(repeat) : [];
        return WhetherTimed(dosage).Concat(timing).Concat(OfDose(dosage)).Concat(OfLimits(dosage));
    }

    private static IEnumerable<DosageProblem> WhetherTimed(Dosage dosage)
    {
        if (!dosage.AsNeeded && dosage.Timing is null or { Repeat: null, Events.Count: 0 })
        {
            yield return new("no-timing", "timing", dosage.Text is null
                ? "Says no time. Choose the moments by hand."
                : "The time is only in the text. Read it and choose the moments by hand.", ProblemWeight.NotPlanned);
        }
    }

    private static IEnumerable<DosageProblem> OfDose(Dosage dosage)
    {
        if (dosage.Dose is not { } dose)
        {
            yield break;
        }
        if (dose.Low < 0 || dose.High < dose.Low)
        {
            yield return new("dose-wrong", "doseAndRate.dose",
                $"The amount {dose} is not possible. Correct it.", ProblemWeight.Wrong);
        }
        else if (dose.Low != dose.High)
        {
            yield return new("dose-range", "doseAndRate.doseRange",
                $"The amount varies: {dose}. Confirm who decides how much.", ProblemWeight.Confirm);
        }
    }

    private static IEnumerable<DosageProblem> OfLimits(Dosage dosage)
    {
        if (dosage.MinimumInterval is { } least && least <= TimeSpan.Zero)
        {
            yield return new("interval-wrong", "minimumInterval",
                "The least time between doses must be above 0.", ProblemWeight.Wrong);
        }
        else if (dosage.MinimumInterval is { } between && !dosage.AsNeeded && IsTight(dosage, between))
        {
            yield return Tight("minimumInterval");
        }
        if (dosage.MaxDosePerPeriod is { } most && (most.Amount <= 0 || most.Per <= TimeSpan.Zero))
        {
            yield return new("maximum-wrong", "maxDosePerPeriod",
                "The maximum must be above 0. Correct it.", ProblemWeight.Wrong);
        }
        if (dosage.AsNeeded && AsNeededLimits.Of(dosage).AreOpen)
        {
            yield return new("as-needed-without-limits", "asNeeded",
                "As needed, but without a maximum or a least time between doses. Ask for both.", ProblemWeight.Confirm);
        }
    }

    internal static DosageProblem Tight(string field) => new("interval-tight", field,
        "So many doses with this time between them do not fit into the 23 hours of a clock change. "
        + "Give fewer doses or an interval in hours.", ProblemWeight.NotPlanned);

    internal static readonly TimeSpan ShortestDay = TimeSpan.FromHours(23);

    private static bool IsTight(Dosage dosage, TimeSpan least) => dosage.Timing?.Repeat is { } repeat
        && ((DosesOf.Interval(dosage) ?? DosesOf.WakingInterval(repeat)) is { } interval
            ? interval < least
            : RepeatRules.DosesADay(repeat) * (decimal)least.TotalHours > (decimal)ShortestDay.TotalHours);
}
