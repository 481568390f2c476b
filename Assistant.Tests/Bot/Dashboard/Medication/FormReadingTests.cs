using Assistant.Bot.Dashboard.Medication;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Medication;

namespace Assistant.Tests.Bot.Dashboard.Medication;

/// <summary>What the organiser fills in becomes an instruction, or a sentence that names the field.</summary>
public sealed class FormReadingTests
{
    [Fact]
    public void Every_day_at_two_times()
    {
        var dosage = Assert.Single(FormReading.Read(new MedicineForm { Medicine = "Metoprolol 50 mg", Times = ["8.00, 20:00"] }).Dosages);

        Assert.Equal([new TimeOnly(8, 0), new TimeOnly(20, 0)], dosage.Timing?.Repeat?.TimesOfDay ?? []);
        Assert.Equal(DoseAmount.Of(1, "tablet"), dosage.Dose);
    }

    [Fact]
    public void A_taper_is_steps_that_follow_each_other_and_the_last_one_stays()
    {
        var (dosages, faults, _) = FormReading.Read(new MedicineForm
        {
            Medicine = "Prednison 5 mg", StepAmounts = ["4", "2", "0,5"], StepDays = ["7", "7", ""],
        });

        Assert.Empty(faults);
        Assert.Equal([4m, 2m, 0.5m], dosages.Select(d => d.Dose?.High ?? 0));
        Assert.Equal([7, 7, null], dosages.Select(d => d.Timing?.Repeat?.Bounds?.Length?.Days));
    }

    [Fact]
    public void Two_in_the_morning_and_one_at_night_are_two_lines_of_one_medicine()
    {
        var (dosages, faults, ask) = FormReading.Read(new MedicineForm
        {
            Medicine = "Metformine 500 mg",
            Amount = "1",
            Times = ["", "21:00"],
            Moments = [EventTiming.Dinner],
            MomentAmounts = ["", "2"],
        });

        Assert.Empty(faults);
        Assert.Empty(ask);
        Assert.Equal(
            [("2 tablet", "Breakfast"), ("1 tablet", "Dinner"), ("1 tablet", "21:00")],
            FormMoment.Of(dosages).Select(one => ($"{one.Dose}", one.Moment.When is { } when ? $"{when}" : $"{one.Moment.Time:HH:mm}")));
    }

    [Fact]
    public void A_step_of_a_taper_may_differ_through_the_day()
    {
        var (dosages, faults, _) = FormReading.Read(new MedicineForm
        {
            Medicine = "Prednison 5 mg", Times = [], Moments = [EventTiming.Breakfast, EventTiming.Dinner], StepAmounts = ["2 1", "1 0"], StepDays = ["7", ""],
        });

        Assert.Empty(faults);
        Assert.Equal(["2 tablet 1", "1 tablet 1", "1 tablet 2", "0 tablet 2"], dosages.Select(d => $"{d.Dose} {d.Sequence}"));
        Assert.Equal(
            [new FormFault("stepAmounts", "step_amounts")],
            Faults(new MedicineForm { Medicine = "Prednison 5 mg", StepAmounts = ["2 1"] }));
    }

    [Fact]
    public void The_time_between_holds_from_one_line_to_the_next()
    {
        var form = new MedicineForm { Medicine = "Metformine", Times = ["08:00", "20:00"], TimeAmounts = ["2", "1"], LeastHours = "12" };
        Assert.Equal([new FormFault("pattern", "interval-tight")], Faults(form));

        form.LeastHours = "11,5";
        var window = new DoseWindow(new(2026, 3, 28), new(2026, 3, 31), HomeTimeZone.Of("Europe/Amsterdam"), DayHours.Default, new(2026, 3, 1));
        var doses = DoseExpansion.Expand(FormReading.Read(form).Dosages, window).ToList();

        Assert.Equal(["28 08:00", "28 20:00", "29 08:30", "29 20:00", "30 08:00", "30 20:00"], doses.Select(d => $"{d.Local:dd HH:mm}"));
    }

    [Fact]
    public void Different_amounts_and_a_taper_through_the_day_are_filled_in_again()
    {
        MedicineForm[] forms =
        [
            new() { Medicine = "A", Times = ["08:00", "20:00"], TimeAmounts = ["", "0,5"], Moments = [EventTiming.Lunch], MomentAmounts = ["", "", "", "3"] },
            new() { Medicine = "A", Pattern = FormPattern.Cycle, DaysOn = "4", DaysOff = "3", TimeAmounts = ["2"], Moments = [EventTiming.Bedtime] },
            new() { Medicine = "A", Times = ["08:00", "20:00"], StepAmounts = ["2 1", "1"], StepDays = ["7", ""] },
        ];
        Assert.All(forms, form =>
        {
            var read = FormReading.Read(form);
            Assert.Empty(read.Faults);
            var again = FormOf.Regimen(
                new Regimen
                {
                    Id = Guid.Empty, ResidentId = default, Medicine = "A", Dosages = read.Dosages, From = new DateOnly(2026, 3, 1), TellsCircle = true,
                },
                new DateOnly(2026, 3, 11));

            Assert.Equal(DosageJson.Write(read.Dosages), again is null ? "" : DosageJson.Write(FormReading.Read(again).Dosages));
        });
    }

    [Theory]
    [InlineData("0", "08:00", "amount")]
    [InlineData("-1", "08:00", "amount")]
    [InlineData("veel", "08:00", "amount")]
    [InlineData("1.000,5", "08:00", "amount")]
    [InlineData("1", "acht uur", "times")]
    [InlineData("1", "25:00", "times")]
    [InlineData("1", "", "times")]
    public void What_cannot_be_is_named_by_its_field(string amount, string times, string field) =>
        Assert.Contains(field, Faults(new MedicineForm { Medicine = "Metoprolol", Amount = amount, Times = [times] }).Select(f => f.Field));

    [Fact]
    public void An_end_before_the_start_is_named() => Assert.Equal(
        [new FormFault("until", "until")],
        Faults(new MedicineForm { Medicine = "Metoprolol", From = new DateOnly(2026, 3, 10), Until = new DateOnly(2026, 3, 9) }));

    [Fact]
    public void More_often_than_every_half_hour_is_not_planned() => Assert.Contains(
        new FormFault("pattern", "too-often"),
        Faults(new MedicineForm { Medicine = "Metoprolol", Pattern = FormPattern.Hours, EveryHours = "0,01" }));

    [Fact]
    public void As_needed_without_limits_is_asked_about()
    {
        var (_, faults, ask) = FormReading.Read(new MedicineForm { Medicine = "Paracetamol", Pattern = FormPattern.AsNeeded });

        Assert.Empty(faults);
        Assert.Equal("as-needed-without-limits", Assert.Single(ask).Code);
    }

    [Theory]
    [InlineData("Daily")]
    [InlineData("Weekdays")]
    [InlineData("EveryDays")]
    [InlineData("Cycle")]
    [InlineData("Hours")]
    [InlineData("AsNeeded")]
    public void What_was_filled_in_once_is_filled_in_again_when_it_is_changed(string name)
    {
        var pattern = Enum.Parse<FormPattern>(name);
        var dosages = FormReading.Read(new MedicineForm
        {
            Medicine = "Metoprolol",
            Pattern = pattern,
            Days = [DayOfWeek.Monday, DayOfWeek.Friday],
            Every = "3",
            DaysOn = "4",
            DaysOff = "3",
            EveryHours = "8",
            LeastHours = "4",
            MostADay = "4",
            Exact = pattern is FormPattern.Daily,
        }).Dosages;
        var regimen = new Regimen
        {
            Id = Guid.Empty, ResidentId = default, Medicine = "Metoprolol", Dosages = dosages, From = new DateOnly(2026, 3, 1), TellsCircle = true,
        };

        var form = FormOf.Regimen(regimen, new DateOnly(2026, 3, 11));

        Assert.NotNull(form);
        Assert.Equal((pattern, true), (form.Pattern, form.TellsCircle));
    }

    private static IReadOnlyList<FormFault> Faults(MedicineForm form) => FormReading.Read(form).Faults;
}
