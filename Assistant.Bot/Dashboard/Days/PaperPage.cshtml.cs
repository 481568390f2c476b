using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>The week in pictures on one sheet of paper, for the door of the fridge.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PaperPage(WeekViews views) : PageModel
{
    /// <remarks>So much fits on one A4 in the larger letters; tried with titles of two lines.</remarks>
    private const int MostInLargeLetters = 35;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>The first of the seven days that are shown; null for today.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public WeekView? View { get; private set; }

    /// <summary>Whether there is so much that the letters are smaller.</summary>
    public bool IsFull => View?.Week.Sum(day => Math.Max(4, day.Entries.Count)) > MostInLargeLetters;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, ResidentId.From(Resident)), Day, cancellationToken);
        return View is { Days.MayKnowDay: true } ? Page() : NotFound();
    }
}
