using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>One resident's day in pictures, for the organiser.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DayPage(DayViews views) : PageModel
{
    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    /// <summary>Which neighbourhood; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    public DayView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, ResidentId.From(Resident)), cancellationToken);
        return View is null ? NotFound() : Page();
    }

    /// <summary>The strip alone, for the script that keeps the page fresh; nothing at all where nothing changed.</summary>
    public async Task<IActionResult> OnGetStripAsync(CancellationToken cancellationToken)
    {
        if (await views.ForAsync(HttpContext, (Neighbourhood, ResidentId.From(Resident)), cancellationToken) is not { Strip: { } strip } view)
        {
            return NotFound();
        }

        var tag = strip.Tag();
        Response.Headers.ETag = tag;
        return Request.Headers.IfNoneMatch == tag ? StatusCode(StatusCodes.Status304NotModified) : Partial("_Day", view);
    }
}
