using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>One click of the organiser about one resident's medicines.</summary>
/// <param name="Db">The unit of work.</param>
/// <param name="Resident">Whose medicines.</param>
/// <param name="Zone">Her clock.</param>
/// <param name="By">Who clicks.</param>
/// <param name="Now">When.</param>
internal sealed record Click(AssistantDb Db, ResidentId Resident, HomeTimeZone Zone, AccessActor By, DateTimeOffset Now)
{
    /// <summary>The page as the access log calls it.</summary>
    public const string Route = "dashboard/medication";

    public MedicationBook Book => new(Db, Now, By, Route);

    public DateOnly Today => Zone.DayOf(Now).Date;

    public PersonId Who => By.Person ?? throw new InvalidOperationException("A page is clicked by a person.");

    public Task<Regimen?> HeldAsync(Guid regimen, CancellationToken cancellationToken) =>
        Db.Set<Regimen>().SingleOrDefaultAsync(r => r.Id == regimen && r.ResidentId == Resident, cancellationToken);

    public Task<MedicineCabinet> CabinetAsync(CancellationToken cancellationToken) =>
        MedicineCabinet.ReadAsync(Db, Resident, Zone, cancellationToken);
}

/// <summary>What the organiser changes of the medicines of a resident of her own neighbourhood, who agreed that she knows them.</summary>
internal sealed class MedicationDesk(
    IDbContextFactory<AssistantDb> contexts, TimeProvider clock, DaysAhead days, TickSignal signal)
{
    /// <summary>Does this and plans her days afresh, in one transaction.</summary>
    /// <returns>What it came to; the default where she lives elsewhere, or her medicines may not be known.</returns>
    public async Task<TResult?> ForAsync<TResult>(
        Guid? neighbourhood, ResidentId id, Func<Click, Task<TResult>> act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ClickAsync(db, neighbourhood, id, cancellationToken) is not { } click)
        {
            return default;
        }

        var result = await act(click);
        await days.PlanAsync(db, id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return result;
    }

    /// <summary>Undoes a change of the last ten minutes.</summary>
    public Task<bool> UndoAsync(Guid? neighbourhood, ResidentId id, Guid change, CancellationToken cancellationToken) => ForAsync(
        neighbourhood,
        id,
        async click =>
        {
            var isUndone = await click.Book.UndoAsync(click.Resident, change, cancellationToken);
            if (isUndone)
            {
                await ZoneQuestion.WithdrawAsync(click, change, cancellationToken);
            }

            return isUndone;
        },
        cancellationToken);

    private async Task<Click?> ClickAsync(AssistantDb db, Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken)
    {
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch
            || await db.Set<Resident>().SingleOrDefaultAsync(
                r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood && r.ServiceEndedAt == null, cancellationToken) is not { } resident)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var pair = new Pair(id, watch.Organiser);
        var discretion = await Discretion.ReadAsync(db, [pair], now, cancellationToken);
        if (!discretion.MayKnow(pair, SharedKind.Medicines).IsAllowed)
        {
            return null;
        }

        var person = await db.Set<Person>().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        return new Click(db, id, person.Zone, AccessActor.Of(watch.Organiser, AccessRole.Organiser), now);
    }
}
