using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Pictures;

/// <summary>Reads the day of a resident to be drawn.</summary>
internal sealed class StripReader(IDbContextFactory<AssistantDb> contexts, PictureBook pictures, TimeProvider clock)
{
    /// <summary>The day of this person, for her own eyes; null where she is no resident, or does not want to be reminded.</summary>
    public async Task<StripView?> OfHerselfAsync(Person person, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return await db.Set<Resident>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.PersonId == person.Id && r.ServiceEndedAt == null, cancellationToken) is { } resident
            && (await Agreements.OfAsync(db, resident.Id, now, cancellationToken)).Has(Purpose.Reminders)
            ? await ReadAsync(db, (resident.Id, person), now, cancellationToken)
            : null;
    }

    /// <summary>The day of this resident, whoever looks; what may not be seen the caller leaves out.</summary>
    /// <param name="db">The store.</param>
    /// <param name="who">The resident and the person she is.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="may">Which rows may be seen; all where it is left out.</param>
    public async Task<StripView> ReadAsync(
        AssistantDb db,
        (ResidentId Id, Person Person) who,
        DateTimeOffset now,
        CancellationToken cancellationToken,
        Func<PlanItem, bool>? may = null)
    {
        var day = LivedDay.Of(who.Person.Zone, now);
        var items = await db.Set<PlanItem>().AsNoTracking()
            .Where(i => i.ResidentId == who.Id && i.LocalDate == day.Date).ToListAsync(cancellationToken);
        return StripView.Of(items.Where(item => may is null || may(item)), (day, now), who.Person.Language, pictures);
    }
}
