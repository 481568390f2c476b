namespace Assistant.Scheduling.Medication.Import;

/// <summary>What a person must look at because it differs from what is planned now.</summary>
public enum ProposalNews
{
    /// <summary>She does not take it yet.</summary>
    New,

    /// <summary>She takes it, and otherwise.</summary>
    Changed,

    /// <summary>She takes it just so.</summary>
    Same,

    /// <summary>It says that what she takes stops.</summary>
    Stops,

    /// <summary>It says that what she takes rests for a while.</summary>
    Rests,
}

/// <summary>Finds what a line of an import is about among what she takes already.</summary>
public static class SameMedicine
{
    /// <summary>The regimen that this entry speaks of; null where she takes no such medicine.</summary>
    /// <remarks>
    /// 1. The treatment by its own id. 2. The product by its code. 3. The name. 4. The substance, where she takes but one
    /// with it: another strength is a change and no second medicine. Deliveries have an id each, which says nothing.
    /// </remarks>
    public static Regimen? Held(ImportedEntry.Proposal entry, MedicineCabinet cabinet, DateOnly today)
    {
        var held = cabinet.Regimens.Where(regimen => !regimen.NeverHeld && !(regimen.Until < today)).ToList();
        var codes = MedicineCodes.Of(entry);
        var substance = held.Where(regimen => MedicineCodes.AreOneSubstance(regimen.Codes, codes)).ToList();
        return held.FindLast(regimen => MedicineCodes.AreOneTreatment(regimen.Codes, codes))
            ?? held.FindLast(regimen => MedicineCodes.AreOneProduct(regimen.Codes, codes))
            ?? held.FindLast(regimen => string.Equals(regimen.Medicine.Trim(), entry.Medicine?.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? (substance.DistinctBy(regimen => regimen.TreatmentId).Count() == 1 ? substance[^1] : null);
    }

    /// <summary>What this entry changes.</summary>
    public static ProposalNews News(ImportedEntry.Proposal entry, Regimen? held)
    {
        if (held is null)
        {
            return ProposalNews.New;
        }

        return entry.IsTemporary ? ProposalNews.Rests : entry.IsStop ? ProposalNews.Stops : IsSame(entry, held) ? ProposalNews.Same : ProposalNews.Changed;
    }

    /// <summary>The last day of what a stop ends: the day it names, and not before yesterday.</summary>
    /// <remarks>A stop gives its day as the start of not using, or in later versions as the end of use.</remarks>
    public static DateOnly LastDay(ImportedEntry.Proposal stop, DateOnly today)
    {
        var named = stop.PeriodOfUse.End ?? stop.PeriodOfUse.Start?.AddDays(-1) ?? stop.WrittenOn ?? today;
        return named < today.AddDays(-1) ? today.AddDays(-1) : named;
    }

    /// <summary>The first day of a rest, and the day on which it begins again; null where the file does not tell.</summary>
    /// <remarks>What names only an end names the last day of taking it. The past is not rewritten.</remarks>
    public static (DateOnly From, DateOnly? Back) Rest(ImportedEntry.Proposal stop, DateOnly today)
    {
        var period = stop.PeriodOfUse;
        var named = period.Start ?? period.End?.AddDays(1) ?? stop.WrittenOn ?? today;
        var from = named < today ? today : named;
        var back = period is { Start: not null, End: { } last } ? last.AddDays(1) : (DateOnly?)null;
        return (from, back > from ? back : null);
    }

    private static bool IsSame(ImportedEntry.Proposal entry, Regimen held) =>
        DosageJson.Write(Plain(entry.Dosages)) == DosageJson.Write(Plain(held.Dosages)) && entry.PeriodOfUse.End == held.Until;

    // The words and the day it counts from may differ while the doses do not.
    private static List<Dosage> Plain(IReadOnlyList<Dosage> dosages) => [.. dosages.Select(dosage => dosage with
    {
        Text = null,
        Timing = dosage.Timing is { Repeat: { Bounds.Start: not null } repeat } timing
            ? timing with { Repeat = repeat with { Bounds = Trimmed(repeat.Bounds) } }
            : dosage.Timing,
    })];

    private static Bounds? Trimmed(Bounds bounds) => bounds with { Start = null, StartTime = null } is var rest && rest == new Bounds() ? null : rest;
}
