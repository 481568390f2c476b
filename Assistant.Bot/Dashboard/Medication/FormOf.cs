using System.Globalization;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Fills the form in with what is taken now.</summary>
internal static class FormOf
{
    /// <summary>The form of this medicine; null where it says more than the form can.</summary>
    public static MedicineForm? Regimen(Regimen regimen, DateOnly from)
    {
        var form = Filled(regimen.Medicine, regimen.Dosages);
        if (form is null || Plain(FormReading.Read(form).Dosages) != Plain(regimen.Dosages))
        {
            return null;
        }

        (form.From, form.Until, form.TellsCircle) = (from, regimen.Until, regimen.TellsCircle);
        return form;
    }

    /// <summary>The form of what was read from a file, as far as it goes; whatever it cannot hold is left for the reader.</summary>
    public static MedicineForm Proposal(string? medicine, IReadOnlyList<Dosage> dosages, DateOnly from) =>
        Filled(medicine, dosages) is { } form ? With(form, from) : new MedicineForm { Medicine = medicine, From = from };

    private static MedicineForm With(MedicineForm form, DateOnly from)
    {
        form.From = from;
        return form;
    }

    private static MedicineForm? Filled(string? medicine, IReadOnlyList<Dosage> dosages)
    {
        if (dosages is not [var first, ..])
        {
            return null;
        }

        var repeat = first.Timing?.Repeat ?? new Repeat();
        var form = new MedicineForm
        {
            Medicine = medicine,
            Amount = first.Dose is { } dose ? Number(dose.High) : "",
            Unit = first.Dose?.Unit,
            Pattern = PatternOf(first),
            Times = string.Join(' ', Times(repeat).Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))),
            Moments = [.. repeat.When],
            Days = [.. repeat.DaysOfWeek],
            Every = repeat is { PeriodUnit: PeriodUnit.Day, Period: { } every } ? Number(every) : null,
            EveryHours = repeat is { PeriodUnit: PeriodUnit.Hour, Period: { } hours } ? Number(hours) : null,
            OnlyAwake = repeat.WakingHours,
            LeastHours = first.MinimumInterval is { } least ? Number((decimal)least.TotalHours) : null,
            MostADay = first.MaxDosePerPeriod is { } most ? Number(most.Amount) : null,
            Exact = repeat.Exact,
        };
        if (repeat.CycleDays is { } cycle && repeat.Bounds?.Length?.Days is { } on)
        {
            (form.DaysOn, form.DaysOff) = (Number(on), Number(cycle - on));
        }
        else if (dosages.Count > 1 || repeat.Bounds?.Length is not null)
        {
            form.StepAmounts = [.. dosages.Select(d => d.Dose is { } step ? Number(step.High) : "")];
            form.StepDays = [.. dosages.Select(d => d.Timing?.Repeat?.Bounds?.Length?.Days is { } days ? Number(days) : null)];
        }

        return form;
    }

    private static FormPattern PatternOf(Dosage dosage) => dosage switch
    {
        { AsNeeded: true } => FormPattern.AsNeeded,
        { Timing.Repeat: { CycleDays: not null } } => FormPattern.Cycle,
        { Timing.Repeat: { PeriodUnit: PeriodUnit.Hour } } => FormPattern.Hours,
        { Timing.Repeat: { DaysOfWeek.Count: > 0 } } => FormPattern.Weekdays,
        { Timing.Repeat: { PeriodUnit: PeriodUnit.Day, Period: > 1 } } => FormPattern.EveryDays,
        _ => FormPattern.Daily,
    };

    private static IEnumerable<TimeOnly> Times(Repeat repeat) =>
        repeat.TimesOfDay.Count > 0 ? repeat.TimesOfDay.Order() : repeat.Bounds?.StartTime is { } start ? [start] : [];

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // Equal when they give the same doses: the words, the redundant frequency and the place of steps of one do not matter.
    private static string Plain(IReadOnlyList<Dosage> dosages) => DosageJson.Write([.. dosages.Select(dosage => dosage with
    {
        Text = null,
        Sequence = dosages.Count > 1 ? dosage.Sequence : null,
        AdditionalInstructions = [],
        AsNeededFor = [],
        Timing = dosage.Timing?.Repeat is { } repeat
            ? new Timing
            {
                Repeat = repeat with
                {
                    Frequency = repeat.TimesOfDay.Count + repeat.When.Count > 0 ? null : repeat.Frequency,
                    Period = repeat is { PeriodUnit: PeriodUnit.Day, Period: 1 } ? null : repeat.Period,
                    PeriodUnit = repeat is { PeriodUnit: PeriodUnit.Day, Period: 1 } ? null : repeat.PeriodUnit,
                },
            }
            : dosage.Timing,
    })]);
}
