using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Ladders;

/// <summary>What the organiser changes of a resident's ladders and circle, in her own neighbourhood.</summary>
internal sealed class LadderDesk(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, TickSignal signal)
{
    private const string Route = "dashboard/ladders";

    private delegate Task<TResult> Act<TResult>(AssistantDb db, Resident resident, Watch watch, DateTimeOffset now);

    /// <summary>Keeps a policy, unless it is refused.</summary>
    /// <returns>The remarks that refuse it, none where it is kept; null where she lives elsewhere.</returns>
    public Task<IReadOnlyList<PolicyRemark>?> KeepAsync(
        Guid? neighbourhood, EscalationPolicy policy, CancellationToken cancellationToken) => ForAsync<IReadOnlyList<PolicyRemark>>(
        neighbourhood,
        policy.ResidentId,
        async (db, resident, watch, now) =>
        {
            var zone = (await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken)).Zone;
            var people = await LadderReader.PeopleAsync(db, resident.Id, cancellationToken);
            var refused = PolicyCheck.Of(policy, people, zone, isCovered: true, now).Where(remark => remark.Refuses).ToList();
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
    public Task<InvitationAnswer?> InviteAsync(Guid? neighbourhood, ResidentId id, Invited who, CancellationToken cancellationToken) => ForAsync<InvitationAnswer?>(
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
    public Task<string?> CodeAsync(Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken) => ForAsync(
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

    private async Task<TResult?> ForAsync<TResult>(Guid? neighbourhood, ResidentId id, Act<TResult> act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch
            || await db.Set<Resident>().SingleOrDefaultAsync(
                r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood && r.ServiceEndedAt == null, cancellationToken) is not { } resident)
        {
            return default;
        }

        var result = await act(db, resident, watch, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return result;
    }
}
