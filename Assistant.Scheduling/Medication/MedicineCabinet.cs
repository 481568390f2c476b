using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>One dose of one medicine.</summary>
public sealed record MedicineDose(Regimen Regimen, DoseMoment Moment)
{
    /// <summary>How much goes out of the box; of a varying amount the larger.</summary>
    public decimal Amount => Moment.Dosage.Dose?.High ?? 1;
}

/// <summary>All doses that are taken together: one thing to ask.</summary>
public sealed record MedicationMoment(PlannedMoment Planned, IReadOnlyList<MedicineDose> Doses);

/// <summary>All the medicines of one resident with what decides when they are taken. Pure.</summary>
public sealed record MedicineCabinet(ResidentId Resident, HomeTimeZone Zone, DayHours Hours)
{
    /// <summary>The regimens, those that are over too.</summary>
    public required IReadOnlyList<Regimen> Regimens { get; init; }

    /// <summary>The days on which nothing is asked.</summary>
    public required IReadOnlyList<MedicationPause> Pauses { get; init; }

    /// <summary>Reads hers.</summary>
    public static async Task<MedicineCabinet> ReadAsync(
        AssistantDb db, ResidentId resident, HomeTimeZone zone, CancellationToken cancellationToken)
    {
        var hours = await db.Set<ResidentHours>().AsNoTracking().SingleOrDefaultAsync(h => h.ResidentId == resident, cancellationToken);
        return new MedicineCabinet(resident, zone, hours?.Hours ?? DayHours.Default)
        {
            Regimens = await db.Set<Regimen>().Where(r => r.ResidentId == resident).OrderBy(r => r.Id).ToListAsync(cancellationToken),
            Pauses = await db.Set<MedicationPause>().AsNoTracking().Where(p => p.ResidentId == resident).ToListAsync(cancellationToken),
        };
    }

    /// <summary>The moments of these days, both inclusive; several medicines of one instant are one moment.</summary>
    public IEnumerable<MedicationMoment> Moments(DateOnly from, DateOnly to) =>
        Regimens.SelectMany(regimen => Doses(regimen, from, to))
            .GroupBy(dose => (dose.Moment.Date, dose.Moment.Instant))
            .Select(together => MomentOf([.. together]))
            .GroupBy(moment => (moment.Planned.LocalDate, moment.Planned.Slot))
            .SelectMany(OfTheirOwn);

    /// <summary>What is taken at the moment that this thing of the day is about; nothing where the plan has changed since.</summary>
    public IReadOnlyList<MedicineDose> DosesOf(PlanItem item) =>
        Moments(item.LocalDate, item.LocalDate).FirstOrDefault(moment => moment.Planned.Slot == item.Slot)?.Doses ?? [];

    /// <summary>The doses of one regimen on these days, both inclusive, but for those that rest.</summary>
    public IEnumerable<MedicineDose> Doses(Regimen regimen, DateOnly from, DateOnly to)
    {
        var first = regimen.From > from ? regimen.From : from;
        var last = regimen.Until is { } until && until < to ? until : to;
        var zone = regimen.TimeZoneId is { } kept ? HomeTimeZone.Of(kept) : Zone;
        return last < first ? [] : DoseExpansion
            .Expand(regimen.Dosages, new DoseWindow(first, last.AddDays(1), zone, Hours, regimen.CountsFrom ?? regimen.From))
            .Where(dose => !Pauses.Any(pause => pause.Covers(regimen.TreatmentId, dose.Date)))
            .Select(dose => new MedicineDose(regimen, dose));
    }

    /// <summary>The first planned dose of a treatment that so much no longer covers; null where it lasts a year or longer than the plan.</summary>
    /// <param name="treatment">Which.</param>
    /// <param name="supply">What is in the house.</param>
    /// <param name="after">Doses up to this instant are past, whether taken or not.</param>
    public MedicineDose? RunsOut(Guid treatment, Supply supply, DateTimeOffset after)
    {
        var today = Zone.DayOf(after).Date;
        var left = supply.Stock;
        return Regimens.Where(regimen => regimen.TreatmentId == treatment)
            .SelectMany(regimen => Doses(regimen, today, today.AddDays(Supply.MostDaysAhead)))
            .Where(dose => dose.Moment.Instant > after)
            .OrderBy(dose => dose.Moment.Instant)
            .FirstOrDefault(dose => (left -= dose.Amount) < 0);
    }

    /// <summary>What the moment of a dose is called by the part of the day, without a medicine's name. Shape: <c>=key</c> of a phrase.</summary>
    public string TitleOf(MedicineDose dose) => $"=medication.moment.{PartOfDay(Zone.TimeOf(dose.Moment.Instant))}";

    // "MORN" of one medicine may be half an hour after "MORN" of another: two questions, so two slots.
    private static IEnumerable<MedicationMoment> OfTheirOwn(IEnumerable<MedicationMoment> sameSlot) =>
        sameSlot.OrderBy(moment => moment.Planned.At).Select((moment, i) => i == 0
            ? moment
            : moment with { Planned = moment.Planned with { Slot = $"{moment.Planned.Slot}+{i}" } });

    // The slot is the first one of the moment, so that a medicine added beside it does not make a second question.
    private MedicationMoment MomentOf(IReadOnlyList<MedicineDose> together) => new(
        new PlannedMoment
        {
            ResidentId = Resident,
            LocalDate = together[0].Moment.Date,
            Slot = together.Min(dose => dose.Moment.Slot) ?? "",
            At = together[0].Moment.Instant,
            Title = TitleOf(together[0]),
            Question = DoseSource.Question,
            Choices = DoseSource.Choices,
            Importance = Importance.AskUntilAnswered,
            Validity = together.Min(dose => DoseValidity.Of(dose.Moment.Dosage)),
            TellsCircle = together.Any(dose => dose.Regimen.TellsCircle),
        },
        together);

    private static string PartOfDay(TimeOnly time) => time.Hour switch
    {
        >= 4 and < 11 => "morning",
        >= 11 and < 14 => "noon",
        >= 14 and < 17 => "afternoon",
        >= 17 and < 21 => "evening",
        _ => "night",
    };
}
