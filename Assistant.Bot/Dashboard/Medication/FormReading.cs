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
    private static readonly char[] Between = [' ', ',', ';', '\n', '\r', '\t'];
    private static readonly string[] TimeShapes = ["H:mm", "HH:mm", "H.mm", "HH.mm"];
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
        return form.Pattern is FormPattern.AsNeeded ? [AsNeeded(unit)]
            : StepsUsed() is var steps and > 0 ? [.. Enumerable.Range(0, steps).Select(i => Step(i, unit))]
            : [new Dosage { Dose = Dose("amount", form.Amount, unit), Timing = new Timing { Repeat = Repeat() }, MinimumInterval = Least() }];
    }

    private Dosage AsNeeded(string unit) => new()
    {
        AsNeeded = true,
        Dose = Dose("amount", form.Amount, unit),
        MinimumInterval = Least(),
        MaxDosePerPeriod = Number("mostADay", form.MostADay) is { } most ? new MaxDose(most, unit, TimeSpan.FromDays(1)) : null,
    };

    private Dosage Step(int index, string unit)
    {
        var days = Whole("stepDays", MedicineForm.Step(form.StepDays, index));
        var repeat = Repeat();
        return new Dosage
        {
            Sequence = index + 1,
            Dose = Dose("stepAmounts", MedicineForm.Step(form.StepAmounts, index), unit, mayBeNothing: true),
            Timing = new Timing { Repeat = days is { } some ? repeat with { Bounds = new Bounds { Length = new TimeLength(some, PeriodUnit.Day) } } : repeat },
            MinimumInterval = Least(),
        };
    }

    private Repeat Repeat()
    {
        var times = TimesOfDay();
        var moments = form.Moments.Where(DosageWords.Offered.Contains).Distinct().ToArray();
        if (times.Count + moments.Length == 0 && form.Pattern is not FormPattern.Hours)
        {
            Fault("times", "times.none");
        }

        var at = new Repeat { TimesOfDay = times, When = moments, Exact = form.Exact };
        return form.Pattern switch
        {
            FormPattern.Weekdays => at with { DaysOfWeek = ChosenDays() },
            FormPattern.EveryDays => at with { Period = Whole("every", form.Every, required: true), PeriodUnit = PeriodUnit.Day },
            FormPattern.Cycle => Cyclic(at),
            FormPattern.Hours => new Repeat
            {
                Frequency = 1,
                Period = Number("everyHours", form.EveryHours, required: true),
                PeriodUnit = PeriodUnit.Hour,
                WakingHours = form.OnlyAwake,
                Exact = form.Exact,
                Bounds = !form.OnlyAwake && times.Count > 0 ? new Bounds { StartTime = times[0] } : null,
            },
            _ => at with { Period = 1, PeriodUnit = PeriodUnit.Day },
        };
    }

    private Repeat Cyclic(Repeat at)
    {
        var (on, off) = (Whole("daysOn", form.DaysOn, required: true) ?? 1, Whole("daysOff", form.DaysOff, required: true) ?? 1);
        return at with
        {
            Period = 1,
            PeriodUnit = PeriodUnit.Day,
            Bounds = new Bounds { Length = new TimeLength(on, PeriodUnit.Day) },
            CycleDays = on + off,
        };
    }

    private DayOfWeek[] ChosenDays()
    {
        if (form.Days.Length == 0)
        {
            Fault("days", "days");
        }

        return [.. form.Days.Distinct().OrderBy(day => ((int)day + 6) % 7)];
    }

    private List<TimeOnly> TimesOfDay()
    {
        var times = new List<TimeOnly>();
        foreach (var said in (form.Times ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
        {
            if (TimeOnly.TryParseExact(said, TimeShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            {
                times.Add(time);
            }
            else
            {
                Fault("times", "times");
            }
        }

        return [.. times.Distinct().Order()];
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

    private int StepsUsed() => form.Pattern is FormPattern.Cycle or FormPattern.Hours ? 0
        : Enumerable.Range(0, MedicineForm.MostSteps).LastOrDefault(i => !string.IsNullOrWhiteSpace(MedicineForm.Step(form.StepAmounts, i)), -1) + 1;
}
