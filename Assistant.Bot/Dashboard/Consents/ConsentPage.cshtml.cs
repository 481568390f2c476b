using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Consents;

/// <summary>What one resident agreed to: read, taken back with one click, written down from paper, and ended.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConsentPage(
    ConsentReader sheets, ConsentDesk desk, AccessReads reads, IStringLocalizer<PageTexts> texts) : PageModel
{
    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    /// <summary>Which neighbourhood; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>What became of the last click, to be told once.</summary>
    [BindProperty(SupportsGet = true)]
    public ConsentSaid? Said { get; set; }

    /// <summary>What the last click took back, so that one more click brings it back.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Undo { get; set; }

    /// <summary>Why the service is to end, while the organiser is asked whether she is sure.</summary>
    [BindProperty(SupportsGet = true)]
    public ServiceEnd? End { get; set; }

    /// <summary>What the page shows.</summary>
    public ConsentView? View { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    private string? Language => Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await sheets.ReadAsync(Neighbourhood, Id, cancellationToken) is not { } read)
        {
            return NotFound();
        }

        // What is not on record is not shown.
        await reads.NoteAsync(
            AccessActor.Of(read.Watch.Organiser, AccessRole.Organiser), [Id], (DataCategories.Person | DataCategories.Consent, "dashboard/consent"), cancellationToken);
        var clock = new WallClock(read.Watch.Zone, read.Now, texts);
        View = new ConsentView(read.Watch, read.Sheet, clock, texts, new PageAddress(Neighbourhood, Language));
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string[] key, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(Neighbourhood, Id, Named(key), cancellationToken) is { } withdrawal
            ? Again(ConsentSaid.Withdrawn, withdrawal)
            : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(Guid withdrawal, CancellationToken cancellationToken) =>
        await desk.BringBackAsync(Neighbourhood, Id, withdrawal, cancellationToken) ? Again(ConsentSaid.BroughtBack) : NotFound();

    public async Task<IActionResult> OnPostRecordAsync(string[] key, ConsentAnswer answer, CancellationToken cancellationToken) =>
        Named(key) is not { Count: > 0 } named ? Again(ConsentSaid.NothingChosen)
        : ModelState.IsValid && await desk.RecordAsync(Neighbourhood, Id, named, answer, cancellationToken) ? Again(ConsentSaid.Recorded)
        : NotFound();

    public async Task<IActionResult> OnPostEndAsync(ServiceEnd why, CancellationToken cancellationToken) =>
        ModelState.IsValid && await desk.EndAsync(Neighbourhood, Id, why, cancellationToken) ? Again(ConsentSaid.Ended) : NotFound();

    private static List<Agreement> Named(string[] keys) => [.. keys.Select(AgreementKey.TryParse).OfType<Agreement>()];

    // After a change the browser asks for the page anew, so that "back" or "again" never changes twice.
    private RedirectToPageResult Again(ConsentSaid said, Guid? undo = null) =>
        RedirectToPage(new { id = Resident, neighbourhood = Neighbourhood, lang = Language, said, undo, handler = (string?)null, end = (ServiceEnd?)null });
}

/// <summary>What became of the organiser's last click.</summary>
internal enum ConsentSaid
{
    Withdrawn,
    BroughtBack,
    Recorded,
    NothingChosen,
    Ended,
}
