using Assistant.Bot.Conversation.Days;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Skills.DayPlan;

/// <summary>What some words may mean of what is on her coming days.</summary>
internal abstract record Meant
{
    private Meant()
    {
    }

    /// <summary>This one.</summary>
    public sealed record One(Target Which) : Meant;

    /// <summary>One of these, the first first.</summary>
    public sealed record Several(IReadOnlyList<Target> Among) : Meant;

    /// <summary>One that is over.</summary>
    public sealed record Over(Target Which) : Meant;

    /// <summary>Nothing that is on the list.</summary>
    public sealed record Nothing : Meant;
}

/// <summary>What is on a resident's coming days that she may move or leave out.</summary>
internal sealed class ComingDays(DayPlanner planner)
{
    /// <remarks>What was last week is still known, to say that it is over; further ahead than two months nobody talks. (choice)</remarks>
    private static readonly (int Back, int Ahead) Span = (7, 62);

    /// <summary>What is wanted on one day.</summary>
    public async Task<IReadOnlyList<PlannedMoment>> OnAsync(
        Turn turn, ResidentId resident, LocalDay day, CancellationToken cancellationToken) =>
        [.. (await planner.WantedAsync(turn.Db, new PlanWindow([resident], day.Zone, day.Date, day.Date), cancellationToken)).Select(w => w.Moment)];

    /// <summary>What these words mean of it. Somebody of her circle finds what he put there himself, and nothing else.</summary>
    public async Task<Meant> FindAsync(Around around, Sought sought, CancellationToken cancellationToken)
    {
        var all = (await AllAsync(around, cancellationToken)).FindAll(target => target.IsReminder || !sought.IsReminder);
        var small = around.Page.Hears["dayplan.lead"];
        var named = all.Select(target => (Target: target, Score: NamedThing.Score(sought.Rest, target.Title, small))).Where(one => one.Score > 0)
            .GroupBy(one => one.Score, one => one.Target).MaxBy(same => same.Key)?.ToList() ?? [];
        if (sought.Names && named.Count == 0)
        {
            return new Meant.Nothing();
        }

        var pool = named.Count > 0 ? named
            : all.FindAll(target => target.Source == AppointmentSource.SourceName && target.IsReminder == sought.IsReminder);
        pool = pool.Exists(target => target.Date == sought.On) ? pool.FindAll(target => target.Date == sought.On) : pool;
        var coming = pool.Where(target => target.IsAllDay ? target.Date >= around.Today : target.At + AppointmentSource.Validity > around.Turn.Now)
            .DistinctBy(target => target.Series).ToList();
        return coming switch
        {
            [var one] => new Meant.One(one),
            [_, ..] => new Meant.Several(coming),
            _ when pool is [.., var last] => new Meant.Over(last),
            _ => new Meant.Nothing(),
        };
    }

    private async Task<List<Target>> AllAsync(Around around, CancellationToken cancellationToken)
    {
        var today = around.Zone.DayOf(around.Turn.Now);
        var window = new PlanWindow([around.Resident.Id], around.Zone, today.PlusDays(-Span.Back).Date, today.PlusDays(Span.Ahead).Date);
        var wanted = await planner.WantedAsync(around.Turn.Db, window, cancellationToken);
        var own = around.IsHerself ? null : await OwnAsync(around, cancellationToken);
        return [.. from one in wanted
                   let occurrence = Occurrence.Of(one.Source, one.Moment)
                   where occurrence is not null && (own is null || own.Contains(occurrence.Value.SeriesId))
                   orderby one.Moment.At
                   select new Target(one.Source, occurrence.Value.SeriesId, occurrence.Value.Date, one.Moment.At)
                   {
                       Title = one.Moment.Title,
                       Date = one.Moment.LocalDate,
                       IsAllDay = one.Moment.IsAllDay,
                       IsReminder = one.Moment.Question is AppointmentSource.ReminderQuestion,
                       Occupies = one.Moment.Occupies,
                   }];
    }

    private static async Task<HashSet<Guid>> OwnAsync(Around around, CancellationToken cancellationToken) =>
        [.. (await around.Turn.Db.Set<Appointment>().AsNoTracking()
            .Where(a => a.ResidentId == around.Resident.Id && a.AddedBy == around.Turn.Speaker.Id && a.Calendar == null)
            .Select(a => a.Id).ToListAsync(cancellationToken)).Select(id => id.Value)];
}

/// <summary>What somebody looks for on a list.</summary>
/// <param name="Rest">What was said besides times.</param>
/// <param name="Names">Whether that names anything.</param>
/// <param name="On">The day it stands on; null where nobody said.</param>
/// <param name="IsReminder">Whether it is among those that are only said at their time.</param>
internal sealed record Sought(string Rest, bool Names, DateOnly? On, bool IsReminder);
