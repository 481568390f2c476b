using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>A resident of the watch's neighbourhood, with what the organiser may know of her days.</summary>
/// <param name="Watch">Who looks.</param>
/// <param name="Resident">Whose days.</param>
/// <param name="Person">The person she is.</param>
/// <param name="MayKnowDay">Whether she agreed that the organiser knows what is on her day.</param>
/// <param name="MayKnowDoses">Whether she agreed that the organiser knows which moments of medicines were confirmed.</param>
/// <param name="Now">The moment all this was true.</param>
internal sealed record ResidentDays(
    Watch Watch, Resident Resident, Person Person, bool MayKnowDay, bool MayKnowDoses, DateTimeOffset Now)
{
    public ResidentId Id => Resident.Id;

    public HomeTimeZone Zone => Person.Zone;

    /// <summary>The day she lives now.</summary>
    public DateOnly Today => LivedDay.Of(Zone, Now).Date;

    /// <summary>Whether we still do something for her.</summary>
    public bool IsServed => Resident.ServiceEndedAt is null;

    /// <summary>Whether the organiser may keep her week.</summary>
    public bool MayKeep => MayKnowDay && IsServed;

    /// <summary>Whether what this source puts on her day may be seen: medicines only as a moment, and where that was agreed.</summary>
    public bool MaySee(string source) => source is DoseSource.SourceName ? MayKnowDoses : MayKnowDay;

    /// <summary>Reads it; null where she does not live in that neighbourhood.</summary>
    public static async Task<ResidentDays?> FindAsync(
        AssistantDb db, (Guid? Neighbourhood, ResidentId Id) whose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await Watch.FindAsync(db, whose.Neighbourhood, now, cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking().SingleOrDefaultAsync(
                r => r.Id == whose.Id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        var pair = new Pair(resident.Id, watch.Organiser);
        var discretion = await Discretion.ReadAsync(db, [pair], now, cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        return new ResidentDays(
            watch,
            resident,
            person,
            discretion.MayKnow(pair, SharedKind.DayPlan).IsAllowed,
            discretion.MayKnow(pair, SharedKind.Doses).IsAllowed,
            now);
    }
}
