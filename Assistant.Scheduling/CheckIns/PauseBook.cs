using System.Linq.Expressions;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Begins and ends pauses, opened in one unit of work at one moment; whoever opened it saves.</summary>
public sealed class PauseBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>She is away on these days; what was noted before of any of them is replaced.</summary>
    /// <exception cref="ArgumentException">The days are in the past, in the wrong order or too many.</exception>
    public async Task BeginAsync(ResidentId resident, HomeTimeZone zone, (DateOnly From, DateOnly Until) days, CancellationToken cancellationToken)
    {
        if (!IsPossible(days, zone.DayOf(now).Date))
        {
            throw new ArgumentException("The days are in the past, in the wrong order or too many.", nameof(days));
        }

        await EndAllAsync(resident, p => p.From < days.Until && days.From < p.Until, cancellationToken);
        db.Add(new Pause { Id = Guid.CreateVersion7(now), ResidentId = resident, From = days.From, Until = days.Until }.Begun(zone));
        await PlanAsync(resident, zone, cancellationToken);
    }

    /// <summary>She is back; when she goes away another time is left as it is.</summary>
    /// <returns>Whether she was away.</returns>
    public async Task<bool> EndAsync(ResidentId resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        var today = zone.DayOf(now).Date;
        var wasAway = await EndAllAsync(resident, p => p.From <= today, cancellationToken) > 0;
        await PlanAsync(resident, zone, cancellationToken);
        return wasAway;
    }

    /// <summary>Whether somebody can be away on these days, as we take it down.</summary>
    public static bool IsPossible((DateOnly From, DateOnly Until) days, DateOnly today) =>
        days.Until > today && days.From < days.Until && days.Until.DayNumber - days.From.DayNumber <= Pause.MostDays;

    /// <summary>Ends the pauses whose last day is over, and says so to whoever is back; saves nothing.</summary>
    public static async Task EndDueAsync(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = claimed.Keys.ToList();
        var due = await (
            from pause in db.Set<Pause>()
            join resident in db.Set<Resident>() on pause.ResidentId equals resident.Id
            where ids.Contains(pause.Id)
            select new { Pause = pause, Resident = resident }).ToListAsync(cancellationToken);
        foreach (var one in due.Where(d => claimed.IsStillHeld(d.Pause)))
        {
            one.Pause.End(now);
            new Outbox(db, now).Put(
                one.Resident.PersonId, $"pause:{one.Pause.Id:N}:over", Saying.Of("pause.over"), Ground.For(Purpose.CheckIns, one.Resident.Id), TimeSpan.FromHours(12));
        }
    }

    private async Task<int> EndAllAsync(ResidentId resident, Expression<Func<Pause, bool>> which, CancellationToken cancellationToken)
    {
        var standing = await db.Set<Pause>().Where(p => p.ResidentId == resident && p.EndedAt == null).Where(which).ToListAsync(cancellationToken);
        standing.ForEach(pause => pause.End(now));
        return standing.Count;
    }

    // Seen by the planner before it is saved, so it is saved first.
    private async Task PlanAsync(ResidentId resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        await OneNode.AtATimeAsync(db, OneNode.Plans, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await CheckInPlanner.PlanAsync(db, [resident], zone, now, cancellationToken);
    }
}
