using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Medication;

/// <summary>Puts the medication moments on the days: all medicines of one moment are one thing to ask.</summary>
public sealed class DoseSource : IPlanSource
{
    /// <summary>The source's name in the rows.</summary>
    public const string SourceName = "medication";

    /// <summary>The question that is asked.</summary>
    public const string Question = "medication.taken?";

    private const string Choices = "medication.taken medication.later medication.skipped";

    private sealed record Dose(Regimen Regimen, DoseMoment Moment);

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PlannedMoment>> MomentsAsync(
        AssistantDb db, PlanWindow window, CancellationToken cancellationToken)
    {
        var regimens = await db.Set<Regimen>().AsNoTracking()
            .Where(r => window.Residents.Contains(r.ResidentId) && r.From <= window.To && (r.Until == null || r.Until >= window.From))
            .ToListAsync(cancellationToken);
        var hours = await db.Set<ResidentHours>().AsNoTracking().Where(h => window.Residents.Contains(h.ResidentId))
            .ToDictionaryAsync(h => h.ResidentId, h => h.Hours, cancellationToken);
        return [.. regimens.GroupBy(r => r.ResidentId)
            .SelectMany(of => Moments(of.Key, [.. of], window, hours.GetValueOrDefault(of.Key, DayHours.Default)))];
    }

    private static IEnumerable<PlannedMoment> Moments(
        ResidentId resident, IReadOnlyList<Regimen> regimens, PlanWindow window, DayHours hours) =>
        regimens.SelectMany(regimen => Doses(regimen, window, hours))
            .GroupBy(dose => (dose.Moment.Date, dose.Moment.Instant))
            .Select(together => Moment(resident, [.. together]))
            .GroupBy(moment => (moment.LocalDate, moment.Slot))
            .SelectMany(OfTheirOwn);

    // "MORN" of one medicine may be half an hour after "MORN" of another: two questions, so two slots.
    private static IEnumerable<PlannedMoment> OfTheirOwn(IEnumerable<PlannedMoment> sameSlot) =>
        sameSlot.OrderBy(moment => moment.At).Select((moment, i) => i == 0 ? moment : moment with { Slot = $"{moment.Slot}+{i}" });

    private static IEnumerable<Dose> Doses(Regimen regimen, PlanWindow window, DayHours hours)
    {
        var from = regimen.From > window.From ? regimen.From : window.From;
        var to = regimen.Until is { } until && until < window.To ? until : window.To;
        return DoseExpansion
            .Expand(regimen.Dosages, new DoseWindow(from, to.AddDays(1), window.Zone, hours, regimen.From))
            .Select(moment => new Dose(regimen, moment));
    }

    // The slot is the first one of the moment, so that a medicine added beside it does not make a second question.
    private static PlannedMoment Moment(ResidentId resident, IReadOnlyList<Dose> together) => new()
    {
        ResidentId = resident,
        LocalDate = together[0].Moment.Date,
        Slot = together.Min(dose => dose.Moment.Slot) ?? "",
        At = together[0].Moment.Instant,
        Title = $"=medication.moment.{PartOfDay(together[0].Moment.Time)}",
        Question = Question,
        Choices = Choices,
        Importance = Importance.AskUntilAnswered,
        Validity = together.Min(dose => DoseValidity.Of(dose.Moment.Dosage)),
        TellsCircle = together.Any(dose => dose.Regimen.TellsCircle),
    };

    private static string PartOfDay(TimeOnly time) => time.Hour switch
    {
        >= 4 and < 11 => "morning",
        >= 11 and < 14 => "noon",
        >= 14 and < 17 => "afternoon",
        >= 17 and < 21 => "evening",
        _ => "night",
    };
}
