using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>The medicines of one resident: what she takes, what is left of it, and what was said of the week's doses.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MedicationPage(MedicationViews views, MedicationDesk desk) : PageModel
{
    /// <remarks>No pharmacy hands out more of one medicine.</remarks>
    private const decimal MostCounted = 10_000;

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    /// <summary>Which neighbourhood; null for the first.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>What became of the last click, to be told once.</summary>
    [BindProperty(SupportsGet = true)]
    public MedicationSaid? Said { get; set; }

    /// <summary>What the page shows.</summary>
    public MedicationView? View { get; private set; }

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), cancellationToken);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostStopAsync(Guid regimen, bool today, CancellationToken cancellationToken) => Again(
        await desk.ForAsync(
            Neighbourhood,
            Id,
            async click => await click.HeldAsync(regimen, cancellationToken) is { } held
                && click.Book.Stop(held, today ? click.Today.AddDays(-1) : click.Today) is not null,
            cancellationToken),
        MedicationSaid.Stopped);

    public async Task<IActionResult> OnPostPauseAsync(Guid? treatment, DateOnly? from, DateOnly? back, CancellationToken cancellationToken)
    {
        if (back is not { } returnsOn || (from is { } begins && returnsOn <= begins))
        {
            return Again(true, MedicationSaid.DatesWrong);
        }

        var said = await desk.ForAsync(
            Neighbourhood,
            Id,
            click =>
            {
                var first = from is { } wished && wished > click.Today ? wished : click.Today;
                if (returnsOn <= first)
                {
                    return Task.FromResult<MedicationSaid?>(MedicationSaid.DatesWrong);
                }

                click.Book.Pause(click.Resident, treatment, first, returnsOn);
                return Task.FromResult<MedicationSaid?>(MedicationSaid.Paused);
            },
            cancellationToken);
        return Again(said is not null, said ?? MedicationSaid.Paused);
    }

    public async Task<IActionResult> OnPostResumeAsync(Guid pause, CancellationToken cancellationToken) => Again(
        await desk.ForAsync(
            Neighbourhood,
            Id,
            async click => await click.Db.Set<MedicationPause>()
                .SingleOrDefaultAsync(p => p.Id == pause && p.ResidentId == click.Resident, cancellationToken) is { } rest
                && click.Book.Resume(rest, rest.From > click.Today ? rest.From : click.Today) is not null,
            cancellationToken),
        MedicationSaid.Resumed);

    public async Task<IActionResult> OnPostCountAsync(Guid regimen, decimal? amount, CancellationToken cancellationToken) =>
        amount is not (>= 0 and <= MostCounted) ? Again(true, MedicationSaid.AmountWrong) : Again(
            await desk.ForAsync(
                Neighbourhood,
                Id,
                async click =>
                {
                    if (await click.HeldAsync(regimen, cancellationToken) is not { } held)
                    {
                        return false;
                    }

                    click.Book.Count(click.Resident, held.TreatmentId, amount ?? 0, click.Today);
                    return true;
                },
                cancellationToken),
            MedicationSaid.Counted);

    public async Task<IActionResult> OnPostZoneAsync(string? zone, CancellationToken cancellationToken) =>
        zone is null || !MedicationView.Zones.Contains(zone) ? NotFound() : Again(
            await desk.ForAsync(
                Neighbourhood,
                Id,
                async click =>
                {
                    var resident = await click.Db.Set<Resident>().SingleAsync(r => r.Id == click.Resident, cancellationToken);
                    await ZoneQuestion.AskAsync(click, resident, HomeTimeZone.Of(zone), cancellationToken);
                    new AccessLog(click.Db, click.Now).Note(new AccessNote(
                        AccessEvent.Update, click.By, click.Resident, DataCategories.Person, Click.Route, AccessPurpose.Care));
                    return true;
                },
                cancellationToken),
            MedicationSaid.Asked);

    public async Task<IActionResult> OnPostHoursAsync(
        TimeOnly? wake, TimeOnly? breakfast, TimeOnly? lunch, TimeOnly? dinner, TimeOnly? bedtime, CancellationToken cancellationToken) => Again(
        await desk.ForAsync(
            Neighbourhood,
            Id,
            click => HerDay.KeepAsync(click, (wake, breakfast, lunch, dinner, bedtime), cancellationToken),
            cancellationToken),
        MedicationSaid.HoursKept);

    public async Task<IActionResult> OnPostUndoAsync(Guid change, CancellationToken cancellationToken) =>
        await desk.UndoAsync(Neighbourhood, Id, change, cancellationToken)
            ? Again(true, MedicationSaid.Undone)
            : Again(true, MedicationSaid.TooLate);

    // After a change the browser asks for the page anew, so that "back" or "again" never changes twice.
    private IActionResult Again(bool wasDone, MedicationSaid said) => !wasDone ? NotFound() : RedirectToPage(new
    {
        id = Resident,
        neighbourhood = Neighbourhood,
        lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
        said,
        handler = (string?)null,
    });
}

/// <summary>What became of the organiser's last click.</summary>
internal enum MedicationSaid
{
    Added,
    Changed,
    Stopped,
    Paused,
    Resumed,
    Counted,
    Undone,
    TooLate,
    DatesWrong,
    AmountWrong,
    Asked,
    HoursKept,
    Accepted,
    Refused,
}
