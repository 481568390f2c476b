using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>What one click of the organiser does to the days of one resident; done, or only tried and looked at.</summary>
/// <param name="Db">The unit of work.</param>
/// <param name="Days">Whose days.</param>
/// <param name="Book">Where each change is written.</param>
/// <param name="Planner">What her days come to.</param>
internal sealed record WeekClick(AssistantDb Db, ResidentDays Days, AppointmentBook Book, DayPlanner Planner)
{
    /// <remarks>A year and a month: what comes back less often than once a year is no routine.</remarks>
    private const int FarAhead = 400;

    /// <summary>Puts these on her days.</summary>
    public bool Add(IEnumerable<WeekWish> wishes)
    {
        var added = wishes.Select(wish => Book.Add(wish.ToSeries(Days.Id, Days.Watch.Organiser, Days.Now))).ToList();
        return added.Count > 0;
    }

    /// <summary>Puts a template on these weekdays, from today on; what is there already is not put there twice.</summary>
    public async Task<bool> PutAsync(DayTemplate template, IReadOnlyCollection<DayOfWeek> to, CancellationToken cancellationToken) => Add(
        DayCopy.Missing(template.Items.Select(item => (item, item.Title, item.At)), await ThereAsync(cancellationToken), to)
            .Select(one => new WeekWish
            {
                Title = one.Thing.Title,
                At = one.Thing.At,
                Rule = WeekRule.Of(one.On),
                From = Days.Today,
                Importance = one.Thing.Importance,
                Notice = one.Thing.Notice,
                Steps = one.Thing.Steps,
            }));

    /// <summary>Makes these weekdays like this day, from today on. What is once stays once, and what another calendar owns stays there.</summary>
    public async Task<bool> CopyAsync(DateOnly day, IReadOnlyCollection<DayOfWeek> to, CancellationToken cancellationToken)
    {
        var things = new List<(IPlanSeries Thing, string Title, TimeOnly At)>();
        foreach (var (source, moment) in await WantedAsync(day, day, cancellationToken))
        {
            if (!moment.IsAllDay && Occurrence.Of(source, moment) is { } which
                && await Book.FindAsync(which, cancellationToken) is { IsOfACalendar: false, Times.Rule: not null } series)
            {
                things.Add((series, series.Title, Days.Zone.TimeOf(moment.At)));
            }
        }

        return Add(DayCopy.Missing(things, await ThereAsync(cancellationToken), to).Select(one => WeekWish.Of(
            one.Thing, things.Find(thing => thing.Thing == one.Thing).At, WeekRule.Of(one.On), Days.Today)));
    }

    /// <summary>From the wish's first day on it is so; until then it stays as it was.</summary>
    public async Task<bool> ChangeAsync(Occurrence which, WeekWish wish, CancellationToken cancellationToken)
    {
        if (await Book.FindAsync(which, cancellationToken) is not { IsOfACalendar: false } series)
        {
            return false;
        }

        var last = wish.From.AddDays(FarAhead);
        var next = series.Times.Rule is null ? [which.Date] : OccurrenceOverrides.Dates(series.Times, wish.From, last).Take(1).ToArray();
        foreach (var date in next)
        {
            await Book.CancelAsync(which with { Date = date }, ChangeScope.FromThenOn, cancellationToken);
        }

        return Add([wish]);
    }

    /// <summary>It does not take place: this time, or from then on.</summary>
    public async Task<bool> StopAsync(Occurrence which, ChangeScope scope, CancellationToken cancellationToken) =>
        await Book.CancelAsync(which, scope, cancellationToken) is DayChangeOutcome.Changed;

    /// <summary>All that the click of this change did is undone.</summary>
    public async Task<bool> UndoAsync(Guid change, CancellationToken cancellationToken)
    {
        if (await Db.Set<DayChange>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == change && c.ResidentId == Days.Id, cancellationToken) is not { } last)
        {
            return false;
        }

        var click = await Db.Set<DayChange>().AsNoTracking()
            .Where(c => c.ResidentId == Days.Id && c.At == last.At && c.By == last.By && c.UndoneAt == null)
            .OrderByDescending(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        var wasUndone = false;
        foreach (var one in click)
        {
            wasUndone |= await Book.UndoAsync(Days.Id, one, cancellationToken);
        }

        return wasUndone;
    }

    /// <summary>All that is wanted between two days, both inclusive, as far as the organiser may see it.</summary>
    public async Task<IReadOnlyList<(string Source, PlannedMoment Moment)>> WantedAsync(
        DateOnly from, DateOnly last, CancellationToken cancellationToken) =>
        [.. (await Planner.WantedAsync(Db, new PlanWindow([Days.Id], Days.Zone, from, last), cancellationToken)).Where(one => Days.MaySee(one.Source))];

    private async Task<IReadOnlyCollection<(DayOfWeek Day, string Title, TimeOnly At)>> ThereAsync(CancellationToken cancellationToken) =>
        [.. (await WantedAsync(Days.Today, Days.Today.AddDays(6), cancellationToken))
            .Select(one => (one.Moment.LocalDate.DayOfWeek, one.Moment.Title, Days.Zone.TimeOf(one.Moment.At)))];
}
