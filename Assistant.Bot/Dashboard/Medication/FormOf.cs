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
            Times = repeat.Bounds?.StartTime is { } start ? [Clock(start)] : [],
            Days = [.. repeat.DaysOfWeek],
            Every = repeat is { PeriodUnit: PeriodUnit.Day, Period: { } every } ? Number(every) : null,
            EveryHours = repeat is { PeriodUnit: PeriodUnit.Hour, Period: { } hours } ? Number(hours) : null,
            OnlyAwake = repeat.WakingHours,
            LeastHours = first.MinimumInterval is { } least ? Number((decimal)least.TotalHours) : null,
            MostADay = first.MaxDosePerPeriod is { } most ? Number(most.Amount) : null,
            Exact = repeat.Exact,
        };
        var steps = dosages.GroupBy(dosage => dosage.Sequence).OrderBy(step => step.Key).Select(step => step.ToList()).ToList();
        Moments(form, FormMoment.Of(steps[0]));
        if (repeat.CycleDays is { } cycle && repeat.Bounds?.Length?.Days is { } on)
        {
            (form.DaysOn, form.DaysOff) = (Number(on), Number(cycle - on));
        }
        else if (steps.Count > 1 || repeat.Bounds?.Length is not null)
        {
            form.StepAmounts = [.. steps.Select(Amounts)];
            form.StepDays = [.. steps.Select(step => step[0].Timing?.Repeat?.Bounds?.Length?.Days is { } days ? Number(days) : null)];
            (form.TimeAmounts, form.MomentAmounts) = ([], []);
        }

        return form;
    }

    private static void Moments(MedicineForm form, IReadOnlyList<(FormMoment Moment, DoseAmount? Dose)> at)
    {
        var byClock = at.Where(one => one.Moment.Time is not null).ToList();
        form.Times = byClock.Count > 0 ? [.. byClock.Select(one => Clock(one.Moment.Time ?? default))] : form.Times;
        form.TimeAmounts = [.. byClock.Select(one => Own(one.Dose))];
        form.Moments = [.. at.Select(one => one.Moment.When).OfType<EventTiming>()];
        form.MomentAmounts = [.. MedicineForm.Offered.Select(when => Own(at.FirstOrDefault(one => one.Moment.When == when).Dose))];

        string? Own(DoseAmount? dose) => dose is { } some && Number(some.High) is var own && own != form.Amount ? own : null;
    }

    // "2 1" where a step has another amount in the evening than in the morning.
    private static string Amounts(List<Dosage> step)
    {
        var amounts = FormMoment.Of(step).Select(one => one.Dose is { } dose ? Number(dose.High) : "").ToList();
        return amounts.Distinct().Count() == 1 ? amounts[0] : string.Join(' ', amounts);
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static FormPattern PatternOf(Dosage dosage) => dosage switch
    {
        { AsNeeded: true } => FormPattern.AsNeeded,
        { Timing.Repeat: { CycleDays: not null } } => FormPattern.Cycle,
        { Timing.Repeat: { PeriodUnit: PeriodUnit.Hour } } => FormPattern.Hours,
        { Timing.Repeat: { DaysOfWeek.Count: > 0 } } => FormPattern.Weekdays,
        { Timing.Repeat: { PeriodUnit: PeriodUnit.Day, Period: > 1 } } => FormPattern.EveryDays,
        _ => FormPattern.Daily,
    };

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    // Equal when they give the same doses: the words, the redundant frequency, the place of steps of one, and whether
    // two moments of one amount stand in one line or in two, do not matter.
    private static string Plain(IReadOnlyList<Dosage> dosages)
    {
        var steps = dosages.Select(dosage => dosage.Sequence).Distinct().Count();
        var moments = dosages.SelectMany(Apart).Select(dosage => DosageJson.Write([dosage with
        {
            Text = null,
            Sequence = steps > 1 ? dosage.Sequence : null,
            AdditionalInstructions = [],
            AsNeededFor = [],
        }]));
        return string.Join('\n', moments.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Dosage> Apart(Dosage dosage)
    {
        if (dosage.Timing?.Repeat is not { } repeat)
        {
            return [dosage];
        }

        var isDaily = repeat is { PeriodUnit: PeriodUnit.Day, Period: 1 };
        var named = repeat.TimesOfDay.Count + repeat.When.Count > 0;
        var plain = repeat with
        {
            Frequency = named ? null : repeat.Frequency,
            Period = isDaily ? null : repeat.Period,
            PeriodUnit = isDaily ? null : repeat.PeriodUnit,
            TimesOfDay = [],
            When = [],
        };
        Repeat[] each =
        [
            .. repeat.TimesOfDay.Select(time => plain with { TimesOfDay = [time] }),
            .. repeat.When.Select(when => plain with { When = [when] }),
        ];
        return (named ? each : [plain]).Select(one => dosage with { Timing = new Timing { Repeat = one } });
    }
}
