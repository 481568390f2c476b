using System.Globalization;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Hours;

/// <summary>At which hours of which days one resident is asked how she is; several a day, each with its own grace.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HoursPage(
    HoursReader reader, HoursDesk desk, AccessReads reads, IStringLocalizer<PageTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>What became of the last click, with what takes it back.</summary>
    public HoursDone? Done { get; private set; }

    public HoursView? View { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    private string? Language => Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostKeepAsync(HoursForm form, CancellationToken cancellationToken) =>
        await ToldAsync(await desk.KeepAsync(Neighbourhood, Id, form, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync(Guid schedule, CancellationToken cancellationToken) =>
        await ToldAsync(await desk.RemoveAsync(Neighbourhood, Id, schedule, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostQuietAsync(string? from, string? until, CancellationToken cancellationToken)
    {
        (TimeOnly From, TimeOnly Until)? quiet = (Time(from), Time(until)) is ({ } begins, { } ends) ? (begins, ends) : null;
        var isHalf = quiet is null && !(string.IsNullOrEmpty(from) && string.IsNullOrEmpty(until));
        var done = isHalf || quiet is { } same && same.From == same.Until
            ? new HoursDone(HoursSaid.Incomplete)
            : await desk.KeepQuietAsync(Neighbourhood, Id, quiet, cancellationToken);
        return await ToldAsync(done, cancellationToken);
    }

    public async Task<IActionResult> OnPostMostAsync(int most, CancellationToken cancellationToken) =>
        await ToldAsync(await desk.KeepMostAsync(Neighbourhood, Id, most, cancellationToken), cancellationToken);

    private async Task<IActionResult> ToldAsync(HoursDone? done, CancellationToken cancellationToken)
    {
        Done = done;
        return done is null ? NotFound() : await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(Neighbourhood, Id, cancellationToken) is not { } read)
        {
            return NotFound();
        }

        // What is not on record is not shown.
        await reads.NoteAsync(
            AccessActor.Of(read.Watch.Organiser, AccessRole.Organiser), [Id], (DataCategories.CheckIns, "dashboard/hours"), cancellationToken);
        View = new HoursView(
            read.Sheet, new WallClock(read.Watch.Zone, read.Now, texts), texts, new PageAddress(Neighbourhood, Language));
        return Page();
    }

    private static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
