using Assistant.Scheduling.Calendar;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Shows what an imported entry would come to, without scheduling anything.</summary>
public static class ImportPreview
{
    /// <summary>What to confirm, then the doses between two days, in order; or the error.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="life">The person's zone and hours.</param>
    public static IEnumerable<PreviewLine> Lines(
        ImportedEntry entry, DateOnly from, DateOnly until, (HomeTimeZone Zone, DayHours Hours) life)
    {
        if (entry is ImportedEntry.Refused refused)
        {
            yield return new PreviewLine.Failure(entry.Source, Named(refused.Field, refused.Sentence));
        }
        if (entry is not ImportedEntry.Proposal proposal)
        {
            yield break;
        }
        foreach (var reason in proposal.ToConfirm.Select(problem => Named(problem.Field, problem.Sentence)).Distinct())
        {
            yield return new PreviewLine.Confirm(entry.Source, reason);
        }
        var any = proposal.ToConfirm.Count > 0;
        foreach (var dose in Doses(proposal, new DoseWindow(from, until, life.Zone, life.Hours, from)))
        {
            any = true;
            yield return new PreviewLine.Occurrence(entry.Source, dose.Instant, TextOf(dose, proposal));
        }
        if (!any)
        {
            yield return new PreviewLine.Confirm(entry.Source,
                $"No dose falls from {from:yyyy-MM-dd} until {until:yyyy-MM-dd}. Confirm the period of use.");
        }
    }

    /// <summary>The doses of a proposal within its period of use; none when it is withheld.</summary>
    /// <remarks>The anchor of the window counts only where neither a first day nor a day of writing is told.</remarks>
    public static IEnumerable<DoseMoment> Doses(ImportedEntry.Proposal proposal, DoseWindow window)
    {
        if (proposal.IsWithheld)
        {
            return [];
        }
        var period = proposal.PeriodOfUse;
        var anchor = period.Start ?? proposal.WrittenOn ?? window.Anchor;
        var end = period.End is { } last && last < DateOnly.MaxValue ? last.AddDays(1)
            : period.Length?.EndFrom(anchor) ?? DateOnly.MaxValue;
        var within = window with
        {
            From = window.From < anchor ? anchor : window.From,
            Until = window.Until < end ? window.Until : end,
            Anchor = anchor,
        };
        return DoseExpansion.Expand(proposal.Dosages, within)
            .Where(dose => IsWithin(dose.Local, period) && !Rests(proposal.Rest, dose.Date));
    }

    private static bool Rests(Bounds? rest, DateOnly date) => rest is not null && rest.Start <= date && !(rest.End < date);

    private static bool IsWithin(DateTime local, Bounds period) =>
        !(period is { Start: { } first, StartTime: { } from } && local < first.ToDateTime(from))
        && !(period is { End: { } last, EndTime: { } to } && local > last.ToDateTime(to));

    /// <summary>The source's own words where there are any, else the amount and the medicine.</summary>
    private static string TextOf(DoseMoment dose, ImportedEntry.Proposal proposal) => dose.Dosage.Text
        ?? string.Join(' ', new[] { dose.Dosage.Dose?.ToString(), proposal.Medicine }.OfType<string>());

    private static string Named(string field, string sentence) => field.Length == 0 ? sentence : $"{field}: {sentence}";
}
