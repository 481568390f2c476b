using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>What the organiser changes of a resident's ladders and circle, in her own neighbourhood.</summary>
internal sealed class LadderDesk(ResidentDesk desk)
{
    private const string Route = "dashboard/ladders";

    /// <summary>Keeps a policy, unless it is refused.</summary>
    /// <returns>The remarks that refuse it, none where it is kept; null where she lives elsewhere.</returns>
    public Task<IReadOnlyList<PolicyRemark>?> KeepAsync(
        Guid? neighbourhood, EscalationPolicy policy, CancellationToken cancellationToken) => desk.DoAsync<IReadOnlyList<PolicyRemark>>(
        neighbourhood,
        policy.ResidentId,
        async (db, resident, watch, now) =>
        {
            var zone = (await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken)).Zone;
            var people = await LadderReader.PeopleAsync(db, resident.Id, cancellationToken);
            var isCovered = await DutyRota.IsCoveredAsync(db, resident.NeighbourhoodId, now, cancellationToken);
            var refused = PolicyCheck.Of(policy, people, zone, isCovered, now).Where(remark => remark.Refuses).ToList();
            if (refused.Count > 0)
            {
                return refused;
            }

            if (await db.Set<EscalationPolicy>().SingleOrDefaultAsync(p => p.ResidentId == policy.ResidentId && p.Kind == policy.Kind, cancellationToken) is { } known)
            {
                (known.Steps, known.Delay) = (policy.Steps, policy.Delay);
            }
            else
            {
                db.Add(policy);
            }

            Note(db, watch, resident, now);
            return refused;
        },
        cancellationToken);

    /// <summary>Asks somebody into the circle; null where she lives elsewhere.</summary>
    public Task<InvitationAnswer?> InviteAsync(Guid? neighbourhood, ResidentId id, Invited who, CancellationToken cancellationToken) => desk.DoAsync<InvitationAnswer?>(
        neighbourhood,
        id,
        async (db, resident, watch, now) =>
        {
            var zone = (await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken)).TimeZoneId;
            return await new CircleBook(db, now).InviteAsync(
                resident, who with { TimeZoneId = zone }, AccessActor.Of(watch.Organiser, AccessRole.Organiser), cancellationToken);
        },
        cancellationToken);

    /// <summary>A code by which a new place becomes the resident's; null where she lives elsewhere or was given too many.</summary>
    public Task<string?> CodeAsync(Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken) => desk.DoAsync(
        neighbourhood,
        id,
        async (db, resident, watch, now) =>
        {
            Note(db, watch, resident, now);
            return await new PairingBook(db, now).IssueAsync(resident.PersonId, cancellationToken);
        },
        cancellationToken);

    private static void Note(AssistantDb db, Watch watch, Resident resident, DateTimeOffset now) => new AccessLog(db, now).Note(new AccessNote(
        AccessEvent.Update, AccessActor.Of(watch.Organiser, AccessRole.Organiser), resident.Id, DataCategories.Person, Route, AccessPurpose.Care));
}
