using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Makes what the medication pages show, and notes who looked: what is not on record is not shown.</summary>
internal sealed class MedicationViews(
    MedicationReader reader, AccessReads reads, IStringLocalizer<PageTexts> texts, IStringLocalizer<MedicationTexts> own)
{
    /// <summary>The view; null where she does not live in that neighbourhood.</summary>
    public async Task<MedicationView?> ForAsync(
        HttpContext context, (Guid? Neighbourhood, ResidentId Id) whose, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(whose.Neighbourhood, whose.Id, cancellationToken) is not { } read)
        {
            return null;
        }

        await reads.NoteAsync(
            AccessActor.Of(read.Watch.Organiser, AccessRole.Organiser),
            [whose.Id],
            (DataCategories.Person | DataCategories.Medication, Click.Route),
            cancellationToken);
        var language = context.Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();
        return new MedicationView(
            read.Watch,
            read.Sheet,
            new WallClock(read.Watch.Zone, read.Sheet.Now, texts),
            own,
            new PageAddress(whose.Neighbourhood, language));
    }
}
