using System.Globalization;
using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Dashboard.Medication;

/// <summary>Something in the form that cannot be used.</summary>
/// <param name="Field">The field, as the page calls it.</param>
/// <param name="Code">What is the matter: <c>fault.CODE</c>, or a code of <see cref="DosageProblem"/>.</param>
internal sealed record FormFault(string Field, string Code);

/// <summary>Reads the form into instructions. Pure: says everything that is wrong at once.</summary>
internal sealed class FormReading
{
    private const int LongestName = 100;
    private readonly List<FormFault> faults = [];
    private readonly MedicineForm form;

    private FormReading(MedicineForm form) => this.form = form;

    /// <summary>The instructions, and what keeps them from being planned; with any fault nothing may be saved.</summary>
    public static (IReadOnlyList<Dosage> Dosages, IReadOnlyList<FormFault> Faults, IReadOnlyList<DosageProblem> Ask) Read(MedicineForm form)
    {
        var reading = new FormReading(form);
        var dosages = reading.Dosages();
        var problems = reading.faults.Count > 0 ? [] : DosageCheck.Of(dosages);
        reading.faults.AddRange(problems.Where(p => p.Weight is not ProblemWeight.Confirm).Select(p => new FormFault("pattern", p.Code)));
        return (dosages, reading.faults, [.. problems.Where(p => p.Weight is ProblemWeight.Confirm)]);
    }

    private List<Dosage> Dosages()
    {
        if (string.IsNullOrWhiteSpace(form.Medicine) || form.Medicine.Length > LongestName)
        {
            Fault("medicine", "medicine");
        }

        if (form.Until < form.From)
        {
            Fault("until", "until");
        }

        var unit = form.Unit?.Trim() ?? "";
        var (at, areClear) = FormMoment.All(form);
        if (!areClear)
        {
            Fault("times", "times");
        }

        return form.Pattern switch
        {
            FormPattern.AsNeeded => [AsNeeded(unit)],
            FormPattern.Hours => [EveryHours(unit, at)],
            _ when at.Count == 0 => Nothing(),
            _ => StepsUsed() is var steps and > 0
                ? [.. Enumerable.Range(0, steps).SelectMany(i => Step(i, unit, at))]
                : Together(at.Select(moment => (moment, Dose("amount", Said(moment.Amount, form.Amount), unit))), Rhythm(), null),
        };
    }

    private List<Dosage> Nothing()
    {
        Fault("times", "times.none");
        return [];
    }

    private Dosage AsNeeded(string unit) => new()
    {
        AsNeeded = true,
        Dose = Dose("amount", form.Amount, unit),
        MinimumInterval = Least(),
        MaxDosePerPeriod = Number("mostADay", form.MostADay) is { } most ? new MaxDose(most, unit, TimeSpan.FromDays(1)) : null,
    };

    private Dosage EveryHours(string unit, IReadOnlyList<FormMoment> at) => new()
    {
        Dose = Dose("amount", form.Amount, unit),
        MinimumInterval = Least(),
        Timing = new Timing
        {
            Repeat = new Repeat
            {
                Frequency = 1,
                Period = Number("everyHours", form.EveryHours, required: true),
                PeriodUnit = PeriodUnit.Hour,
                WakingHours = form.OnlyAwake,
                Exact = form.Exact,
                Bounds = !form.OnlyAwake && at.FirstOrDefault(moment => moment.Time is not null)?.Time is { } first ? new Bounds { StartTime = first } : null,
            },
        },
    };

    // One number holds each time; several hold one after the other, in the order of the day.
    private List<Dosage> Step(int index, string unit, IReadOnlyList<FormMoment> at)
    {
        var days = Whole("stepDays", MedicineForm.Nth(form.StepDays, index));
        var said = (MedicineForm.Nth(form.StepAmounts, index) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (said.Length > 1 && said.Length != at.Count)
        {
            Fault("stepAmounts", "step_amounts");
            return [];
        }

        var rhythm = Rhythm();
        return Together(
            at.Select((moment, i) => (moment, Dose("stepAmounts", said.Length > 1 ? said[i] : string.Concat(said), unit, mayBeNothing: true))),
            days is { } some ? rhythm with { Bounds = new Bounds { Length = new TimeLength(some, PeriodUnit.Day) } } : rhythm,
            index + 1);
    }

    // FHIR's Timing has one amount for all its times, and times of the clock apart from moments of the day (tim-10).
    private List<Dosage> Together(IEnumerable<(FormMoment Moment, DoseAmount? Dose)> at, Repeat rhythm, int? step) =>
        [.. at.GroupBy(one => (one.Dose, ByClock: one.Moment.Time is not null)).Select(same => new Dosage
        {
            Sequence = step,
            Dose = same.Key.Dose,
            Timing = new Timing
            {
                Repeat = rhythm with
                {
                    TimesOfDay = [.. same.Select(one => one.Moment.Time).OfType<TimeOnly>()],
                    When = [.. same.Select(one => one.Moment.When).OfType<EventTiming>()],
                },
            },
            MinimumInterval = Least(),
        })];

    private Repeat Rhythm()
    {
        var daily = new Repeat { Period = 1, PeriodUnit = PeriodUnit.Day, Exact = form.Exact };
        return form.Pattern switch
        {
            FormPattern.Weekdays => new Repeat { DaysOfWeek = ChosenDays(), Exact = form.Exact },
            FormPattern.EveryDays => daily with { Period = Whole("every", form.Every, required: true) },
            FormPattern.Cycle => Cyclic(daily),
            _ => daily,
        };
    }

    private Repeat Cyclic(Repeat daily)
    {
        var (on, off) = (Whole("daysOn", form.DaysOn, required: true) ?? 1, Whole("daysOff", form.DaysOff, required: true) ?? 1);
        return daily with { Bounds = new Bounds { Length = new TimeLength(on, PeriodUnit.Day) }, CycleDays = on + off };
    }

    private DayOfWeek[] ChosenDays()
    {
        if (form.Days.Length == 0)
        {
            Fault("days", "days");
        }

        return [.. form.Days.Distinct().OrderBy(day => ((int)day + 6) % 7)];
    }

    private TimeSpan? Least() => Number("leastHours", form.LeastHours) is { } hours ? TimeSpan.FromHours((double)hours) : null;

    private DoseAmount? Dose(string field, string? said, string unit, bool mayBeNothing = false)
    {
        if (Decimal(said) is { } amount && (amount > 0 || (mayBeNothing && amount == 0)))
        {
            return DoseAmount.Of(amount, unit);
        }

        Fault(field, "amount");
        return null;
    }

    private int? Whole(string field, string? said, bool required = false) =>
        Number(field, said, required) is { } number && number % 1 != 0 ? Fault(field, "number") : (int?)Number(field, said, required);

    private decimal? Number(string field, string? said, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(said) && !required)
        {
            return null;
        }

        return Decimal(said) is { } number and > 0 and <= 1000 ? number : Fault(field, "number");
    }

    private int? Fault(string field, string code)
    {
        if (!faults.Contains(new FormFault(field, code)))
        {
            faults.Add(new FormFault(field, code));
        }

        return null;
    }

    // "0,5" and "0.5" are the same half tablet; "1.000" is neither a thousand nor a one that we would guess.
    private static decimal? Decimal(string? said) =>
        said is { Length: < 8 } && decimal.TryParse(said.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && said.Count(c => c is ',' or '.') <= 1
            ? number
            : null;

    private static string? Said(string? own, string? each) => string.IsNullOrWhiteSpace(own) ? each : own;

    private int StepsUsed() => form.Pattern is FormPattern.Cycle or FormPattern.Hours ? 0
        : Enumerable.Range(0, MedicineForm.MostSteps).LastOrDefault(i => !string.IsNullOrWhiteSpace(MedicineForm.Nth(form.StepAmounts, i)), -1) + 1;
}
