using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Concerns;

/// <summary>What the organiser does about a concern of her own neighbourhood, of which she may know.</summary>
internal sealed class ConcernDesk(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, TickSignal signal)
{
    private delegate Task<ConcernAnswer> Act(ConcernBook book, Concern concern, PersonId organiser);

    /// <summary>The organiser goes herself; null where the concern is not of this neighbourhood.</summary>
    public Task<ConcernAnswer?> GoAsync(Guid? neighbourhood, ConcernId id, CancellationToken cancellationToken) =>
        TryAsync(neighbourhood, id, (book, concern, organiser) => book.AcknowledgeAsync(concern, organiser, cancellationToken), cancellationToken);

    /// <summary>It is over; null where the concern is not of this neighbourhood.</summary>
    public Task<ConcernAnswer?> ResolveAsync(
        Guid? neighbourhood, ConcernId id, ConcernOutcome outcome, CancellationToken cancellationToken) =>
        TryAsync(neighbourhood, id, (book, concern, organiser) => book.ResolveAsync(concern, outcome, organiser, cancellationToken), cancellationToken);

    // Somebody may ask the next person at the very moment of the click.
    private Task<ConcernAnswer?> TryAsync(Guid? neighbourhood, ConcernId id, Act act, CancellationToken cancellationToken) =>
        Overtaken.AgainAsync(cancel => OnceAsync(neighbourhood, id, act, cancel), cancellationToken);

    private async Task<ConcernAnswer?> OnceAsync(Guid? neighbourhood, ConcernId id, Act act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch)
        {
            return null;
        }

        var found = await (
            from concern in db.Set<Concern>()
            join resident in db.Set<Resident>() on concern.ResidentId equals resident.Id
            where concern.Id == id && resident.NeighbourhoodId == watch.Neighbourhood
            select concern).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !await MayKnowAsync(db, found, watch.Organiser, cancellationToken))
        {
            return null;
        }

        var answer = await act(new ConcernBook(db, clock.GetUtcNow()), found, watch.Organiser);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return answer;
    }

    private async Task<bool> MayKnowAsync(AssistantDb db, Concern concern, PersonId reader, CancellationToken cancellationToken)
    {
        var pair = new Pair(concern.ResidentId, reader);
        return Told.To(pair, concern.Kind, await Discretion.ReadAsync(db, [pair], clock.GetUtcNow(), cancellationToken)) is not null;
    }
}
