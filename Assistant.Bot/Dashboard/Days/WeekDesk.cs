using Assistant.Bot.Pictures;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Days;

/// <summary>What the organiser changes of the days of a resident of her own neighbourhood, who agreed that she knows them.</summary>
internal sealed class WeekDesk(
    ResidentDesk desk, DaysAhead ahead, DayPlanner planner, PictureBook pictures, IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <summary>The pages as the access log calls them.</summary>
    public const string Route = "dashboard/week";

    /// <summary>How far ahead is shown what something would come to.</summary>
    public const int DaysShown = 14;

    /// <summary>Does it, in one transaction, and plans her days afresh.</summary>
    /// <returns>Whether it was done; not where she lives elsewhere, or her days may not be known.</returns>
    public Task<bool> DoAsync(
        (Guid? Neighbourhood, ResidentId Id) whose, Func<WeekClick, Task<bool>> act, CancellationToken cancellationToken) => desk.DoAsync(
        whose.Neighbourhood,
        whose.Id,
        async (db, resident, _, now) =>
        {
            if (await ClickAsync(db, whose, now, cancellationToken) is not { } click || !await act(click))
            {
                return false;
            }

            await ahead.PlanAsync(db, resident.Id, cancellationToken);
            await HerNews.TellAsync(db, resident, (click.Days.Watch.Organiser, now), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>What her coming days would be if it were done: it is done in a transaction that is never committed.</summary>
    /// <returns>The days, what is new marked; null where it cannot be done.</returns>
    public async Task<IReadOnlyList<PlanDay>?> TryAsync(
        (Guid? Neighbourhood, ResidentId Id) whose, Func<WeekClick, Task<bool>> act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await ClickAsync(db, whose, clock.GetUtcNow(), cancellationToken) is not { } click)
        {
            return null;
        }

        var (from, last) = (click.Days.Today, click.Days.Today.AddDays(DaysShown - 1));
        var before = await click.WantedAsync(from, last, cancellationToken);
        if (!await act(click))
        {
            return null;
        }

        await db.SaveChangesAsync(cancellationToken);
        var wanted = await click.WantedAsync(from, last, cancellationToken);
        await transaction.RollbackAsync(cancellationToken);
        return WeekPlan.Of(wanted, (from, DaysShown), new PlanDrawing(click.Days.Zone, click.Days.Person.Language, pictures), before);
    }

    private async Task<WeekClick?> ClickAsync(
        AssistantDb db, (Guid? Neighbourhood, ResidentId Id) whose, DateTimeOffset now, CancellationToken cancellationToken) =>
        await ResidentDays.FindAsync(db, whose, now, cancellationToken) is { MayKeep: true } days
            ? new WeekClick(db, days, new AppointmentBook(db, now, AccessActor.Of(days.Watch.Organiser, AccessRole.Organiser), Route), planner)
            : null;
}
