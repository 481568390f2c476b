using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>The week's medicines on one sheet of paper, for the door of the fridge.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WeekPage(MedicationViews views) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>A day of the week that is shown; null for this week.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public MedicationView? View { get; private set; }

    public WeekSheet? Week { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, ResidentId.From(Resident)), cancellationToken);
        if (View is not { Sheet: { MayKnowMedicines: true } sheet })
        {
            return NotFound();
        }

        var day = Day ?? sheet.Today;
        Week = WeekSheet.Of(sheet.Cabinet, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
        return Page();
    }
}
