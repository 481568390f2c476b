using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>Keeps the check-ins of the coming days equal to what the residents chose.</summary>
public static class CheckInPlanner
{
    /// <summary>Adds the check-ins that are missing and takes away those that nobody wants any more; saves nothing.</summary>
    /// <returns>How many rows changed.</returns>
    public static async Task<int> PlanAsync(
        AssistantDb db, IReadOnlyCollection<ResidentId> residents, HomeTimeZone zone, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = zone.DayOf(now);
        var last = zone.DayOf(now + DayPlanner.Horizon);
        var agreed = await Agreements.ReadAsync(db, residents, [Purpose.CheckIns], now, cancellationToken);
        var asked = agreed.Keys.ToList();
        var schedules = await db.Set<CheckInSchedule>().AsNoTracking()
            .Where(s => asked.Contains(s.ResidentId)).ToListAsync(cancellationToken);
        var away = (await db.Set<Pause>().AsNoTracking().Where(p => asked.Contains(p.ResidentId) && p.EndedAt == null)
            .ToListAsync(cancellationToken)).ToLookup(p => p.ResidentId);
        var there = (await db.Set<CheckIn>()
            .Where(c => residents.Contains(c.ResidentId) && c.LocalDate >= today.Date && c.LocalDate <= last.Date)
            .ToListAsync(cancellationToken)).ToDictionary(c => (c.ScheduleId, c.LocalDate));
        var changed = 0;
        for (var day = today; day.Date <= last.Date; day = day.Next)
        {
            foreach (var wanted in schedules.GroupBy(s => s.ResidentId)
                .Where(hers => !away[hers.Key].Any(pause => pause.Covers(day.Date))).SelectMany(hers => Wanted(hers, day, now)))
            {
                there.Remove((wanted.ScheduleId, wanted.LocalDate), out var found);
                changed += Put(db, found, wanted);
            }
        }

        var unwanted = there.Values.Where(c => IsUntouched(c) && c.DueBy > now).ToList();
        db.RemoveRange(unwanted);
        return changed + unwanted.Count;
    }

    // Of two check-ins on one day the second begins where the grace of the first ends: the answer to the morning's question says nothing of the evening.
    private static IEnumerable<CheckIn> Wanted(IEnumerable<CheckInSchedule> hers, LocalDay day, DateTimeOffset now)
    {
        var countsFrom = day.At(Resident.DayBegins);
        foreach (var schedule in hers.Where(s => s.FallsOn(day.Date)).OrderBy(s => s.At))
        {
            var askAt = day.At(schedule.At);
            if (schedule.On(day, countsFrom < askAt ? countsFrom : askAt, now) is { } wanted)
            {
                yield return wanted;
            }

            var heardBy = askAt + schedule.Grace;
            countsFrom = heardBy > countsFrom ? heardBy : countsFrom;
        }
    }

    private static int Put(AssistantDb db, CheckIn? found, CheckIn wanted)
    {
        if (found is null)
        {
            db.Add(wanted);
            return 1;
        }

        if (!IsUntouched(found) || (found.CountsFrom, found.AskAt, found.DueBy) == (wanted.CountsFrom, wanted.AskAt, wanted.DueBy))
        {
            return 0;
        }

        db.Remove(found);
        db.Add(wanted);
        return 1;
    }

    private static bool IsUntouched(CheckIn checkIn) => checkIn is { AskedAt: null, State: CheckInState.Expected };
}
