using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>Reads the concerns of one neighbourhood of which its organiser may know.</summary>
internal static class ConcernReader
{
    /// <summary>How long a concern that ended is still shown. Default 7 days. (choice)</summary>
    public static readonly TimeSpan StaysShown = TimeSpan.FromDays(7);

    public static async Task<ConcernRows> ReadAsync(
        AssistantDb db, Watch watch, Discretion discretion, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var here = watch.Neighbourhood;
        var since = now - StaysShown;
        var all = await (
            from concern in db.Set<Concern>().AsNoTracking()
            join resident in db.Set<Resident>() on concern.ResidentId equals resident.Id
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where resident.NeighbourhoodId == here && (concern.State != ConcernState.Resolved || concern.ResolvedAt > since)
            select new ConcernRow(concern, person.Name, resident.WayIn, false)).ToListAsync(cancellationToken);
        var concerns = all.Select(row => AsKnown(row, watch.Organiser, discretion)).OfType<ConcernRow>().ToList();
        if (concerns.Count == 0)
        {
            return new ConcernRows([], [], new Dictionary<PersonId, string>(), new Dictionary<(ResidentId, PersonId), string>());
        }

        var ids = concerns.ConvertAll(row => row.Concern.Id);
        var events = await db.Set<ConcernEvent>().AsNoTracking()
            .Where(happened => ids.Contains(happened.ConcernId)).ToListAsync(cancellationToken);
        var people = events.Select(happened => happened.PersonId).Concat(concerns.Select(row => row.Concern.AcknowledgedBy))
            .OfType<PersonId>().Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var residents = concerns.Select(row => row.Concern.ResidentId).Distinct().ToList();
        var relations = await db.Set<CircleMember>().AsNoTracking().Where(member => residents.Contains(member.ResidentId))
            .ToDictionaryAsync(member => (member.ResidentId, member.PersonId), member => member.Relation, cancellationToken);
        return new ConcernRows(concerns, events, names, relations);
    }

    // What she may not know of at all is not on her page.
    private static ConcernRow? AsKnown(ConcernRow row, PersonId reader, Discretion discretion)
    {
        var (pair, kind) = (new Pair(row.Concern.ResidentId, reader), row.Concern.Kind);
        return Told.To(pair, kind, discretion) is not { } hears ? null : row with
        {
            HidesReason = hears != Told.Reason(kind),
            WayIn = discretion.MayKnow(pair, SharedKind.WayIn, goes: true, Told.IsVital(kind)).IsAllowed ? row.WayIn : null,
        };
    }
}
