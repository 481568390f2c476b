using System.Globalization;
using Assistant.Bot.Pictures;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>What the pages of one resident's week are given.</summary>
internal sealed record WeekView
{
    public required ResidentDays Days { get; init; }

    public required PageAddress Address { get; init; }

    public required IStringLocalizer<DaysTexts> Texts { get; init; }

    public required IStringLocalizer<PictureTexts> Pictures { get; init; }

    /// <summary>The first of the seven days that are shown.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The week; empty where it may not be known.</summary>
    public IReadOnlyList<PlanDay> Week { get; init; } = [];

    /// <summary>What her days are made of and what is agreed, by their ids.</summary>
    public IReadOnlyDictionary<Guid, IPlanSeries> Series { get; init; } = new Dictionary<Guid, IPlanSeries>();

    /// <summary>The change that one click may still undo; null where there is none.</summary>
    public Guid? Undoable { get; init; }

    /// <summary>A page of hers.</summary>
    public string Path(string below = "") => Address.Page($"/dashboard/residents/{Days.Id}/week{below}");

    /// <summary>The same, with a query of its own.</summary>
    public string Path(string below, string query) =>
        Path(below) + (Address is { Neighbourhood: null, Language: null } ? "?" : "&") + query;

    /// <summary>The form of one thing.</summary>
    public string Edit(Occurrence which) => Path("/edit", $"series={which.SeriesId}&date={which.Date:yyyy-MM-dd}");

    public string Day(DateOnly date) => date.ToString(Texts["day.format"].Value, CultureInfo.CurrentCulture);

    /// <summary>What it is called on paper and page; of medicines the moment.</summary>
    public string Title(PlannedMoment moment) => moment.Title.StartsWith('=') ? Pictures[moment.Title[1..]].Value : moment.Title;

    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day);
}

/// <summary>A plan of some days, as a part of a page.</summary>
internal sealed record PlanOfDays(WeekView View, IReadOnlyList<PlanDay> Days);

/// <summary>Makes what the pages of a week show, and notes who looked: what is not on record is not shown.</summary>
internal sealed class WeekViews(
    IDbContextFactory<AssistantDb> contexts,
    DayPlanner planner,
    PictureBook pictures,
    AccessReads reads,
    IStringLocalizerFactory texts,
    TimeProvider clock)
{
    private const int DaysOfAWeek = 7;

    /// <summary>The view; null where she does not live in that neighbourhood.</summary>
    /// <param name="context">The request.</param>
    /// <param name="whose">Which neighbourhood, and who.</param>
    /// <param name="day">The first of the seven days that are shown; null for today.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WeekView?> ForAsync(
        HttpContext context, (Guid? Neighbourhood, ResidentId Id) whose, DateOnly? day, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await ResidentDays.FindAsync(db, whose, clock.GetUtcNow(), cancellationToken) is not { } days)
        {
            return null;
        }

        await reads.NoteAsync(
            AccessActor.Of(days.Watch.Organiser, AccessRole.Organiser),
            [days.Id],
            (DataCategories.Person | DataCategories.DayPlan, WeekDesk.Route),
            cancellationToken);
        var view = new WeekView
        {
            Days = days,
            Address = new PageAddress(whose.Neighbourhood, context.Request.Query[VisitorLanguage.QueryKey].FirstOrDefault()),
            Texts = new StringLocalizer<DaysTexts>(texts),
            Pictures = new StringLocalizer<PictureTexts>(texts),
            First = day ?? days.Today,
        };
        return days.MayKnowDay ? await FilledAsync(db, view, cancellationToken) : view;
    }

    private async Task<WeekView> FilledAsync(AssistantDb db, WeekView view, CancellationToken cancellationToken)
    {
        var days = view.Days;
        var book = new AppointmentBook(db, days.Now, AccessActor.Of(days.Watch.Organiser, AccessRole.Organiser), WeekDesk.Route);
        var window = new PlanWindow([days.Id], days.Zone, view.First, view.First.AddDays(DaysOfAWeek - 1));
        var wanted = (await planner.WantedAsync(db, window, cancellationToken)).Where(one => days.MaySee(one.Source)).ToList();
        var drawing = new PlanDrawing(days.Zone, days.Person.Language, pictures);
        return view with
        {
            Week = WeekPlan.Of(wanted, (view.First, DaysOfAWeek), drawing),
            Series = await SeriesAsync(db, days.Id, cancellationToken),
            Undoable = (await book.LastAsync(days.Id, cancellationToken))?.Id,
        };
    }

    private static async Task<IReadOnlyDictionary<Guid, IPlanSeries>> SeriesAsync(AssistantDb db, ResidentId id, CancellationToken cancellationToken)
    {
        var routines = await db.Set<Routine>().AsNoTracking().Where(r => r.ResidentId == id).ToListAsync(cancellationToken);
        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.ResidentId == id && a.CancelledAt == null).ToListAsync(cancellationToken);
        return routines.Cast<IPlanSeries>().Concat(appointments).ToDictionary(series => series.SeriesId);
    }
}
