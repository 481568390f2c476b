namespace Assistant.Scheduling.Medication.Import;

/// <summary>Keeps one treatment from being planned twice when an import holds several agreements about it.</summary>
/// <remarks>
/// 1. The pharmacist's agreement overrules the prescription, a varying schedule overrules both.
/// 2. Of one kind a later agreement ends the earlier one on its first day.
/// 3. A stop ends whatever began before it; a temporary one lets it rest.
/// Source: MP9 information standard, medicamenteuze behandeling.
/// </remarks>
internal static class SameTreatment
{
    public static IReadOnlyList<ImportedEntry> Reconcile(IReadOnlyList<ImportedEntry> entries)
    {
        var treatments = entries.OfType<ImportedEntry.Proposal>().Where(entry => entry.Treatment is not null)
            .ToLookup(entry => entry.Treatment);
        return [.. entries.Select(entry => entry is ImportedEntry.Proposal { Treatment: { } treatment } proposal
            ? Among(proposal, [.. treatments[treatment]])
            : entry)];
    }

    private static ImportedEntry.Proposal Among(ImportedEntry.Proposal entry, List<ImportedEntry.Proposal> all)
    {
        if (entry.IsWithheld || all.Count == 1)
        {
            return entry;
        }
        if (all.Find(other => !other.IsWithheld && other.Kind > entry.Kind) is { } stronger)
        {
            var overruled = new DosageProblem("overruled", "extension",
                $"The same treatment is agreed in {stronger.Source}, which is planned instead. Confirm which one holds.",
                ProblemWeight.NotPlanned);
            return entry with { IsWithheld = true, ToConfirm = [.. entry.ToConfirm, overruled] };
        }
        var later = all.Where(other => IsAfter(other, entry))
            .Where(other => other.IsStop || (other.Kind == entry.Kind && !other.IsWithheld))
            .OrderBy(StartOf).FirstOrDefault();
        return later is null ? entry : later.IsTemporary ? RestsBy(entry, later) : EndedBy(entry, later);
    }

    // It goes on afterwards, so its end stays what it was.
    private static ImportedEntry.Proposal RestsBy(ImportedEntry.Proposal entry, ImportedEntry.Proposal later)
    {
        var from = StartOf(later);
        var rests = new DosageProblem("rests", "extension",
            $"Rests from {from:yyyy-MM-dd}, because {later.Source} interrupts it. Confirm until when.", ProblemWeight.Confirm);
        var until = later.PeriodOfUse is { Start: not null, End: { } last } ? last : (DateOnly?)null;
        return entry with { Rest = new Bounds { Start = from, End = until }, ToConfirm = [.. entry.ToConfirm, rests] };
    }

    private static ImportedEntry.Proposal EndedBy(ImportedEntry.Proposal entry, ImportedEntry.Proposal later)
    {
        var last = StartOf(later).AddDays(-1);
        var ended = new DosageProblem("ended", "extension",
            $"Ends on {last:yyyy-MM-dd}, because {later.Source} {(later.IsStop ? "stops" : "replaces")} it. "
            + "Confirm the last day.",
            ProblemWeight.Confirm);
        var period = entry.PeriodOfUse.End < last
            ? entry.PeriodOfUse
            : entry.PeriodOfUse with { End = last, EndTime = null };
        return entry with { PeriodOfUse = period, ToConfirm = [.. entry.ToConfirm, ended] };
    }

    private static bool IsAfter(ImportedEntry.Proposal one, ImportedEntry.Proposal other) =>
        !ReferenceEquals(one, other) && (StartOf(one), one.WrittenOn ?? DateOnly.MinValue, one.IsStop)
            .CompareTo((StartOf(other), other.WrittenOn ?? DateOnly.MinValue, other.IsStop)) > 0
            && StartOf(one) > DateOnly.MinValue;

    /// <summary>The day from which an agreement speaks: a stop gives the day of stopping as start or, in later versions, as end.</summary>
    private static DateOnly StartOf(ImportedEntry.Proposal entry) => (entry is { IsStop: true, IsTemporary: false } ? entry.PeriodOfUse.End : null)
        ?? entry.PeriodOfUse.Start ?? entry.WrittenOn ?? DateOnly.MinValue;
}
