using Assistant.Scheduling.DayPlan.Calendars;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Calendars;

/// <summary>One line of a file beside what stands on her days already.</summary>
internal sealed record ImportLine(int Number, ReadEntry Entry, CalendarNews News)
{
    public bool MayTakeOver => News is CalendarNews.New or CalendarNews.Changed or CalendarNews.Ends;
}

/// <summary>A file from a calendar, line by line: what it says, how it is read, what is to be taken over.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestFormLimits(ValueCountLimit = MostValues)]
internal sealed class ImportPage(CalendarViews views, CalendarDesk desk) : PageModel
{
    private const int MostValues = 25_000;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Proposal { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    public CalendarView? View { get; private set; }

    public string FileName { get; private set; } = "";

    public IReadOnlyList<ImportLine>? Lines { get; private set; }

    /// <summary>Why nothing of it may be taken over: <c>fault.CODE</c>; null where it may.</summary>
    public string? Fault { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(int[] line, CancellationToken cancellationToken) =>
        await desk.AcceptAsync(Neighbourhood, Id, (Proposal, line.ToHashSet()), cancellationToken) is not null ? Back(CalendarSaid.Imported) : NotFound();

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken) =>
        await desk.DropAsync(Neighbourhood, Id, Proposal, cancellationToken) ? Back(CalendarSaid.Dropped) : NotFound();

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        if (View is not { Sheet: { MayKnowDays: true, IsServed: true } }
            || await desk.LinesAsync(Neighbourhood, Id, Proposal, cancellationToken) is not { } read)
        {
            return false;
        }

        (FileName, Lines) = read;
        if (Lines.Count(line => line.Entry.Appointments.Count > 0) > CalendarBook.MostEntries)
        {
            (Fault, Lines) = ($"{CalendarFault.TooMany}", []);
        }

        return true;
    }

    private RedirectToPageResult Back(CalendarSaid said) => RedirectToPage("/Dashboard/Calendars/CalendarsPage", new
    {
        id = Resident,
        neighbourhood = Neighbourhood,
        lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
        said,
    });
}
