using Assistant.Bot.Dashboard.Medication;
using Assistant.Scheduling.Medication;

namespace Assistant.Tests.Bot.Dashboard.Medication;

/// <summary>What the organiser fills in becomes an instruction, or a sentence that names the field.</summary>
public sealed class FormReadingTests
{
    [Fact]
    public void Every_day_at_two_times()
    {
        var dosage = Assert.Single(FormReading.Read(new MedicineForm { Medicine = "Metoprolol 50 mg", Times = "8.00, 20:00" }).Dosages);

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

    [Theory]
    [InlineData("0", "08:00", "amount")]
    [InlineData("-1", "08:00", "amount")]
    [InlineData("veel", "08:00", "amount")]
    [InlineData("1.000,5", "08:00", "amount")]
    [InlineData("1", "acht uur", "times")]
    [InlineData("1", "25:00", "times")]
    [InlineData("1", "", "times")]
    public void What_cannot_be_is_named_by_its_field(string amount, string times, string field) =>
        Assert.Contains(field, Faults(new MedicineForm { Medicine = "Metoprolol", Amount = amount, Times = times }).Select(f => f.Field));

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
