using static Assistant.Scheduling.Medication.ProblemWeight;

namespace Assistant.Scheduling.Medication;

/// <summary>What can be the matter with the steps of a regimen taken together.</summary>
internal static class StepRules
{
    public static IEnumerable<DosageProblem> Of(IReadOnlyList<Dosage> dosages, string path)
    {
        var numbers = dosages.Select(dosage => dosage.Sequence).OfType<int>().Distinct().Order().ToList();
        var cyclic = dosages.Any(dosage => dosage.Timing?.Repeat?.CycleDays is not null);
        var restsAlone = dosages.All(dosage => dosage.IsRest) || (numbers.Count < 2 && !cyclic);
        for (var i = 0; i < dosages.Count; i++)
        {
            var field = DosageCheck.LineOf(path, i);
            if (dosages[i].IsRest && restsAlone)
            {
                yield return new("dose-zero", $"{field}.doseAndRate.doseQuantity.value",
                    "The amount is 0: there is nothing to take. Correct the amount or end the medicine.", Wrong);
            }
            if (DoseStep.AreConsecutive(dosages) && !DoseStep.HasLength(dosages[i]) && dosages[i].Sequence < numbers[^1])
            {
                yield return new("step-without-length", $"{field}.timing.repeat.bounds",
                    "This step has no end, so the steps after it never begin. Give its length.", Confirm);
            }
        }
        foreach (var together in dosages.Where(dosage => !dosage.AsNeeded && !dosage.IsRest).GroupBy(dosage => dosage.Sequence).Where(AreTight))
        {
            yield return DosageCheck.Tight($"{path}[0].minimumInterval");
        }
        if (numbers.Count > 1 && !DoseStep.AreConsecutive(dosages))
        {
            yield return new("steps-without-length", $"{path}[0].sequence",
                "The steps have no lengths, so they are planned together. Confirm that they do not follow each other.",
                Confirm);
        }
        if (cyclic && dosages.All(dosage => !DoseStep.HasLength(dosage)))
        {
            yield return new("cycle-without-length", $"{path}[0].timing.repeat.bounds",
                "The cycle has no days off. Give the number of days on.", Confirm);
        }
    }

    // Of one line alone the line itself is judged.
    public static bool AreTight(IEnumerable<Dosage> together)
    {
        var lines = together.ToList();
        return lines.Count > 1 && lines.Max(dosage => dosage.MinimumInterval) is { } least
            && lines.TrueForAll(dosage => dosage.Timing?.Repeat is not null && DosesOf.Interval(dosage) is null)
            && lines.Sum(dosage => RepeatRules.DosesADay(dosage.Timing?.Repeat ?? new Repeat())) * (decimal)least.TotalHours
                > (decimal)DosageCheck.ShortestDay.TotalHours;
    }
}
