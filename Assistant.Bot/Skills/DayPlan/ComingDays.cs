using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;

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

    /// <summary>What these words mean of it.</summary>
    /// <param name="turn">The turn, for the store and the moment.</param>
    /// <param name="whose">Whose days, by which clock.</param>
    /// <param name="rest">What was said besides times.</param>
    /// <param name="said">Whether they name anything, and on which day it stands.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Meant> FindAsync(
        Turn turn, (ResidentId Resident, HomeTimeZone Zone) whose, string rest, (bool Names, DateOnly? On) said, CancellationToken cancellationToken)
    {
        var all = await AllAsync(turn, whose, cancellationToken);
        var named = all.Where(target => SaidWhat.Names(rest, target.Title)).ToList();
        if (said.Names && named.Count == 0)
        {
            return new Meant.Nothing();
        }

        var pool = named.Count > 0 ? named : [.. all.Where(target => target.Source == AppointmentSource.SourceName)];
        pool = pool.Exists(target => target.Date == said.On) ? [.. pool.Where(target => target.Date == said.On)] : pool;
        var today = whose.Zone.DayOf(turn.Now).Date;
        var coming = pool.Where(target => target.IsAllDay ? target.Date >= today : target.At > turn.Now)
            .DistinctBy(target => target.Series).ToList();
        return coming switch
        {
            [var one] => new Meant.One(one),
            [_, ..] => new Meant.Several(coming),
            _ when pool is [.., var last] => new Meant.Over(last),
            _ => new Meant.Nothing(),
        };
    }

    private async Task<List<Target>> AllAsync(Turn turn, (ResidentId Resident, HomeTimeZone Zone) whose, CancellationToken cancellationToken)
    {
        var today = whose.Zone.DayOf(turn.Now);
        var window = new PlanWindow([whose.Resident], whose.Zone, today.PlusDays(-Span.Back).Date, today.PlusDays(Span.Ahead).Date);
        var wanted = await planner.WantedAsync(turn.Db, window, cancellationToken);
        return [.. from one in wanted
                   let occurrence = Occurrence.Of(one.Source, one.Moment)
                   where occurrence is not null
                   orderby one.Moment.At
                   select new Target(one.Source, occurrence.Value.SeriesId, occurrence.Value.Date, one.Moment.At)
                   {
                       Title = one.Moment.Title,
                       Date = one.Moment.LocalDate,
                       IsAllDay = one.Moment.IsAllDay,
                       Occupies = one.Moment.Occupies,
                   }];
    }
}
