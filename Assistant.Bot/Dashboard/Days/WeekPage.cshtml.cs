using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>One resident's week, seen and built: things one by one, whole templates, one day like another.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class WeekPage(WeekViews views, WeekDesk desk, TemplateBook templates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>The first of the seven days that are shown; null for today.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>What became of the last click, to be told once.</summary>
    [BindProperty(SupportsGet = true)]
    public WeekSaid? Said { get; set; }

    /// <summary>Which template is put; null for none.</summary>
    [BindProperty]
    public string? Template { get; set; }

    /// <summary>Which day is copied; null for none.</summary>
    [BindProperty]
    public DateOnly? Like { get; set; }

    /// <summary>On which weekdays the template or the day is put.</summary>
    [BindProperty]
    public DayOfWeek[] To { get; set; } = [];

    public WeekView? View { get; private set; }

    /// <summary>What the coming days would be; null until it was asked for.</summary>
    public IReadOnlyList<PlanDay>? Preview { get; private set; }

    public IReadOnlyList<DayTemplate> Templates => View is { } view ? templates.In(view.Days.Person.Language) : [];

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Shows what it would come to.</summary>
    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (To.Length == 0)
        {
            Said = WeekSaid.NoDays;
            return Page();
        }

        Preview = await desk.TryAsync((Neighbourhood, Id), click => PutAsync(click, cancellationToken), cancellationToken);
        Said = Preview is null ? WeekSaid.NothingNew : null;
        return Page();
    }

    public async Task<IActionResult> OnPostPutAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is { Days.MayKeep: false })
        {
            return NotFound();
        }

        return To.Length == 0 ? Again(WeekSaid.NoDays)
            : Again(await desk.DoAsync((Neighbourhood, Id), click => PutAsync(click, cancellationToken), cancellationToken)
                ? WeekSaid.Put
                : WeekSaid.NothingNew);
    }

    public async Task<IActionResult> OnPostStopAsync(Guid series, DateOnly date, ChangeScope scope, CancellationToken cancellationToken) =>
        ModelState.IsValid && await FindAsync(cancellationToken) && View is { } view && view.Series.TryGetValue(series, out var held)
            && await desk.DoAsync(
                (Neighbourhood, Id), click => click.StopAsync(new Occurrence(Id, held.Source, series, date), scope, cancellationToken), cancellationToken)
            ? Again(scope is ChangeScope.ThisTime ? WeekSaid.LeftOut : WeekSaid.Stopped)
            : NotFound();

    public async Task<IActionResult> OnPostUndoAsync(Guid change, CancellationToken cancellationToken) =>
        !await FindAsync(cancellationToken) ? NotFound()
        : Again(await desk.DoAsync((Neighbourhood, Id), click => click.UndoAsync(change, cancellationToken), cancellationToken)
            ? WeekSaid.Undone
            : WeekSaid.TooLate);

    private async Task<bool> PutAsync(WeekClick click, CancellationToken cancellationToken) =>
        Like is { } day ? await click.CopyAsync(day, To, cancellationToken)
        : Templates.FirstOrDefault(template => template.Key == Template) is { } template && await click.PutAsync(template, To, cancellationToken);

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), Day, cancellationToken);
        return View is not null;
    }

    // After a change the browser asks for the page anew, so that "back" or "again" never changes twice.
    private RedirectToPageResult Again(WeekSaid said) => RedirectToPage(new
    {
        id = Resident,
        neighbourhood = Neighbourhood,
        lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
        day = Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        said,
        handler = (string?)null,
    });
}

/// <summary>What became of the organiser's last click.</summary>
internal enum WeekSaid
{
    Added,
    Changed,
    Put,
    LeftOut,
    Stopped,
    Undone,
    TooLate,
    NoDays,
    NothingNew,
}
