using Assistant.Bot.Dashboard.Concerns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Today;

/// <summary>The organiser's page of today.</summary>
/// <remarks>Without a script it is a page with buttons; with one, the board is fetched again and again by itself.</remarks>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TodayPage(
    BoardReader boards, ConcernDesk desk, AccessReads reads, Watchman watchman, IStringLocalizer<PageTexts> texts) : PageModel
{
    private const DataCategories Shown =
        DataCategories.Person | DataCategories.DayPlan | DataCategories.CheckIns | DataCategories.Concerns | DataCategories.Delivery;

    /// <summary>Which neighbourhood; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>What became of the last click, to be told once.</summary>
    [BindProperty(SupportsGet = true)]
    public Said? Said { get; set; }

    /// <summary>What the page shows; null where no neighbourhood has an organiser.</summary>
    public BoardView? View { get; private set; }

    /// <summary>What the watchman saw last; null before his first round.</summary>
    public WatchReport? Watched => watchman.Last;

    /// <summary>How soon worries were taken up of late; null where no neighbourhood has an organiser.</summary>
    public ConcernFigures? Figures { get; private set; }

    private string? Language => Request.Query[VisitorLanguage.QueryKey].FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken) && Neighbourhood is not null)
        {
            return NotFound();
        }

        Figures = View is { } view ? await boards.FiguresAsync(view.Watch.Neighbourhood, cancellationToken) : null;
        return Page();
    }

    /// <summary>The board alone, for the script that keeps the page fresh; nothing at all where nothing changed.</summary>
    public async Task<IActionResult> OnGetBoardAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        var tag = view.Tag();
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Partial("_Board", view);
    }

    public async Task<IActionResult> OnPostGoingAsync(Guid concern, CancellationToken cancellationToken) =>
        Answer(await desk.GoAsync(Neighbourhood, ConcernId.From(concern), cancellationToken), Today.Said.Going);

    public async Task<IActionResult> OnPostOverAsync(Guid concern, ConcernOutcome? outcome, CancellationToken cancellationToken) =>
        ModelState.IsValid
            ? Answer(
                await desk.ResolveAsync(
                    Neighbourhood, ConcernId.From(concern), outcome ?? ConcernOutcome.ClosedByOrganiser, cancellationToken),
                Today.Said.Over)
            : BadRequest();

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (await boards.ReadAsync(Neighbourhood, cancellationToken) is not { } read)
        {
            return false;
        }

        // What is not on record is not shown.
        await reads.NoteAsync(
            AccessActor.Of(read.Watch.Organiser, AccessRole.Organiser), read.Board.Residents.Select(line => line.Id), (Shown, "dashboard/today"), cancellationToken);
        View = new BoardView(read.Watch, read.Board, new WallClock(read.Watch.Zone, read.Board.At, texts), texts, new PageAddress(Neighbourhood, Language));
        return true;
    }

    // After a change the browser asks for the page anew, so that "back" or "again" never changes twice.
    private IActionResult Answer(ConcernAnswer? answer, Said noted) => answer is null
        ? NotFound()
        : RedirectToPage(new
        {
            neighbourhood = Neighbourhood,
            lang = Language,
            said = answer switch
            {
                ConcernAnswer.TakenByAnother => Today.Said.TakenByAnother,
                ConcernAnswer.Over => Today.Said.OverAlready,
                _ => noted,
            },
        });
}

/// <summary>What became of the organiser's last click.</summary>
internal enum Said
{
    Going,
    Over,
    TakenByAnother,
    OverAlready,
}
