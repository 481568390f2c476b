using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Reads what the organiser of her neighbourhood may know of a resident's medicines.</summary>
internal sealed class MedicationReader(IDbContextFactory<AssistantDb> contexts, TimeProvider clock)
{
    /// <remarks>What was changed longer ago is in the regimens themselves.</remarks>
    private const int MostChanges = 50;

    /// <summary>The watch and the sheet; null where she does not live in that neighbourhood.</summary>
    public async Task<(Watch Watch, MedicationSheet Sheet)?> ReadAsync(
        Guid? neighbourhood, ResidentId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Watch.FindAsync(db, neighbourhood, clock.GetUtcNow(), cancellationToken) is not { } watch
            || await db.Set<Resident>().AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == id && r.NeighbourhoodId == watch.Neighbourhood, cancellationToken) is not { } resident)
        {
            return null;
        }

        return (watch, await SheetAsync(db, watch, resident, cancellationToken));
    }

    private async Task<MedicationSheet> SheetAsync(
        AssistantDb db, Watch watch, Resident resident, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pair = new Pair(resident.Id, watch.Organiser);
        var discretion = await Discretion.ReadAsync(db, [pair], now, cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == resident.PersonId, cancellationToken);
        var mayKnow = discretion.MayKnow(pair, SharedKind.Medicines).IsAllowed;
        var mayKnowDoses = discretion.MayKnow(pair, SharedKind.Doses).IsAllowed;
        var cabinet = mayKnow
            ? await MedicineCabinet.ReadAsync(db, resident.Id, person.Zone, cancellationToken)
            : new MedicineCabinet(resident.Id, person.Zone, DayHours.Default) { Regimens = [], Pauses = [] };
        var changes = mayKnow
            ? await db.Set<RegimenChange>().AsNoTracking().Where(c => c.ResidentId == resident.Id)
                .OrderByDescending(c => c.Id).Take(MostChanges).ToListAsync(cancellationToken)
            : [];
        var people = changes.Select(c => c.By).Distinct().ToList();
        return new MedicationSheet
        {
            Id = resident.Id,
            Name = person.Name,
            MayKnowMedicines = mayKnow,
            MayKnowDoses = mayKnowDoses,
            IsServed = resident.ServiceEndedAt is null,
            Now = now,
            Cabinet = cabinet,
            Stock = mayKnow ? await new StockBook(db, now).LeftAsync(cabinet, cancellationToken) : [],
            Changes = changes,
            Names = await db.Set<Person>().AsNoTracking().Where(p => people.Contains(p.Id))
                .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken),
            Week = mayKnowDoses ? await WeekAsync(db, resident.Id, (person.Zone, now), cancellationToken) : [],
            Proposals = mayKnow ? await ProposalsAsync(db, resident.Id, cancellationToken) : [],
        };
    }

    private static async Task<IReadOnlyList<DoseDay>> WeekAsync(
        AssistantDb db, ResidentId resident, (HomeTimeZone Zone, DateTimeOffset Now) at, CancellationToken cancellationToken)
    {
        var today = at.Zone.DayOf(at.Now);
        var book = new DoseBook(db, at.Now);
        var doses = new List<DoseOfDay>();
        for (var day = today.PlusDays(1 - WeekPicture.Days); day.Date <= today.Date; day = day.Next)
        {
            doses.AddRange(await book.DayAsync(resident, day, cancellationToken));
        }

        return WeekPicture.Of(doses, today.Date, at.Now);
    }

    private static async Task<IReadOnlyList<WaitingProposal>> ProposalsAsync(
        AssistantDb db, ResidentId resident, CancellationToken cancellationToken)
    {
        var waiting = await (
            from proposal in db.Set<MedicationProposal>().AsNoTracking()
            join line in db.Set<ProposalLine>() on proposal.Id equals line.ProposalId
            where proposal.ResidentId == resident && line.State == ProposalState.Waiting
            select proposal).ToListAsync(cancellationToken);
        return [.. waiting.GroupBy(p => p.Id).Select(g => new WaitingProposal(g.Key, g.First().FileName, g.First().ReceivedAt, g.Count()))
            .OrderByDescending(p => p.ReceivedAt)];
    }
}
