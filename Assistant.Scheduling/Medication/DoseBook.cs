using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>One medication moment of a day with what was said of it; no record means that nobody said anything.</summary>
public sealed record DoseOfDay(PlanItem Item, DoseRecord? Record);

/// <summary>Who said something, over which channel, and by whose clock the resident lives.</summary>
/// <param name="By">Who.</param>
/// <param name="Channel">Over which channel.</param>
/// <param name="Zone">By whose clock the day is counted.</param>
/// <param name="Reason">Why something was left out, in her own words; null where she gave none.</param>
public readonly record struct Said(PersonId By, string Channel, HomeTimeZone Zone, string? Reason = null);

/// <summary>The book of doses, opened in one unit of work at one moment.</summary>
public sealed class DoseBook(AssistantDb db, DateTimeOffset now)
{
    /// <summary>Writes down what was said of a moment, and what went out of the boxes by it.</summary>
    /// <remarks>Another outcome than before puts it right: the earlier intakes stay as a trace and count no more.</remarks>
    public async Task RecordAsync(PlanItem item, DoseOutcome outcome, Said said, CancellationToken cancellationToken)
    {
        db.Add(new DoseRecord
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = item.ResidentId,
            PlanItemId = item.Id,
            Outcome = outcome,
            Reason = outcome is DoseOutcome.Skipped ? said.Reason : null,
            SaidAt = now,
            SaidBy = said.By,
            Channel = said.Channel,
        });
        var before = await db.Set<IntakeRecord>().Where(i => i.PlanItemId == item.Id && i.WithdrawnAt == null).ToListAsync(cancellationToken);
        before.ForEach(intake => intake.Withdraw(now));
        if (outcome is DoseOutcome.Taken)
        {
            var cabinet = await MedicineCabinet.ReadAsync(db, item.ResidentId, said.Zone, cancellationToken);

            // Who says so hours later did not take it just now; the moment itself is the better guess.
            var takenAt = now < item.ValidUntil ? now : item.At;
            db.AddRange(cabinet.DosesOf(item).Select(dose => Intake(dose.Regimen, dose.Amount, (takenAt, item.Id), said)));
        }
    }

    /// <summary>Writes down that a medicine was taken as needed.</summary>
    public void RecordAsNeeded(Regimen regimen, decimal amount, DateTimeOffset takenAt, Said said) =>
        db.Add(Intake(regimen, amount, (takenAt, null), said));

    /// <summary>What was taken of a treatment since then.</summary>
    public async Task<IReadOnlyList<Intake>> IntakesAsync(
        ResidentId resident, Guid treatment, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. (await db.Set<IntakeRecord>().AsNoTracking()
            .Where(i => i.ResidentId == resident && i.TreatmentId == treatment && i.TakenAt >= since && i.WithdrawnAt == null)
            .ToListAsync(cancellationToken)).Select(i => new Intake(i.TakenAt, i.Amount))];

    /// <summary>The medication moments of a day, the first first, each with the last that was said of it.</summary>
    public async Task<IReadOnlyList<DoseOfDay>> DayAsync(ResidentId resident, LocalDay day, CancellationToken cancellationToken)
    {
        var items = await db.Set<PlanItem>()
            .Where(i => i.ResidentId == resident && i.Source == DoseSource.SourceName && i.LocalDate == day.Date)
            .Where(i => i.State != PlanItemState.Cancelled)
            .OrderBy(i => i.At).ToListAsync(cancellationToken);
        var ids = items.Select(i => i.Id).ToList();
        var records = (await db.Set<DoseRecord>().AsNoTracking().Where(r => ids.Contains(r.PlanItemId))
            .OrderBy(r => r.Id).ToListAsync(cancellationToken)).ToLookup(r => r.PlanItemId);
        return [.. items.Select(i => new DoseOfDay(i, records[i.Id].LastOrDefault()))];
    }

    private IntakeRecord Intake(Regimen regimen, decimal amount, (DateTimeOffset TakenAt, PlanItemId? Item) of, Said said) => new()
    {
        Id = Guid.CreateVersion7(now),
        ResidentId = regimen.ResidentId,
        TreatmentId = regimen.TreatmentId,
        PlanItemId = of.Item,
        TakenAt = of.TakenAt,
        Amount = amount,
        SaidAt = now,
        SaidBy = said.By,
        Channel = said.Channel,
    };
}
