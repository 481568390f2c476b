using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>The form of one thing on somebody's days: filled in, looked at as the coming two weeks, and only then saved.</summary>
[MiddlewareFilter(typeof(VisitorLanguage))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class EditPage(WeekViews views, WeekDesk desk) : PageModel
{
    /// <remarks>More than this is a mistake, or a timetable.</remarks>
    private const int MostSeries = 200;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Resident { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Neighbourhood { get; set; }

    /// <summary>What is changed; null for something new.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Series { get; set; }

    /// <summary>From which of its days; null for something new.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public WeekForm Form { get; set; } = new();

    public WeekView? View { get; private set; }

    /// <summary>What is changed; null for something new.</summary>
    public IPlanSeries? Held { get; private set; }

    public IReadOnlyList<WeekFault> Faults { get; private set; } = [];

    /// <summary>What the coming days would be; null until it was asked for, or while something is wrong.</summary>
    public IReadOnlyList<PlanDay>? Preview { get; private set; }

    /// <summary>What is changed, for the address of a click.</summary>
    public (string Name, string Value)[] About => Series is { } series && Date is { } date
        ? [("series", series.ToString()), ("date", date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]
        : [];

    private ResidentId Id => ResidentId.From(Resident);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || View is not { } view)
        {
            return NotFound();
        }

        var today = view.Days.Today;
        Form = Held is { } held ? WeekFormOf.Series(held, Date > today ? Date ?? today : today) : new WeekForm { From = today };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Wish() is { } wish)
        {
            Preview = await desk.TryAsync((Neighbourhood, Id), click => DoAsync(click, wish, cancellationToken), cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Wish() is not { } wish)
        {
            return Page();
        }

        return await desk.DoAsync((Neighbourhood, Id), click => DoAsync(click, wish, cancellationToken), cancellationToken)
            ? RedirectToPage("/Dashboard/Days/WeekPage", new
            {
                id = Resident,
                neighbourhood = Neighbourhood,
                lang = Request.Query[VisitorLanguage.QueryKey].FirstOrDefault(),
                day = wish.From.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                said = Held is null ? WeekSaid.Added : WeekSaid.Changed,
            })
            : NotFound();
    }

    private Task<bool> DoAsync(WeekClick click, WeekWish wish, CancellationToken cancellationToken) =>
        Held is { } held && Date is { } date
            ? click.ChangeAsync(new Occurrence(Id, held.Source, held.SeriesId, date), wish, cancellationToken)
            : Task.FromResult(click.Add([wish]));

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        View = await views.ForAsync(HttpContext, (Neighbourhood, Id), Date, cancellationToken);
        Held = Series is { } series ? View?.Series.GetValueOrDefault(series) : null;
        return View is { Days.MayKeep: true } && (Series is null || (Held is { IsOfACalendar: false } && Date is not null));
    }

    private WeekWish? Wish()
    {
        var (wish, faults) = View is { } view ? WeekReading.Read(Form, view.Days.Today, Held?.Times.Rule) : (null, []);
        Faults = Held is null && View?.Series.Count >= MostSeries ? [.. faults, new WeekFault("what", "too_many")] : faults;
        return Faults.Count == 0 ? wish : null;
    }
}
