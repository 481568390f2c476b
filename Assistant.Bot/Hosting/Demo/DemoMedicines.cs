using Assistant.Scheduling.Medication;

namespace Assistant.Bot.Hosting.Demo;

/// <summary>The rest of what meneer Bakker takes: a taper, a cycle, something as needed, and what is left of it.</summary>
internal static class DemoMedicines
{
    /// <summary>What he takes as needed, as he calls it.</summary>
    public const string TakenAsNeeded = "Paracetamol";

    /// <summary>His medicines beside the time-critical one, and a count of three of them.</summary>
    public static IEnumerable<object> OfBakker(Func<Guid> next, DateOnly today)
    {
        var taper = Of(next(), "Prednison 5 mg", today, [Step(1, 4, 7), Step(2, 3, 7), Step(3, 2, 7), Step(4, 1, 7), Step(5, 0.5m, 7)]);
        var vitamin = Of(next(), "Vitamine D", today, [Daily(1, "tablet", new(12, 0))]);
        return
        [
            taper,
            vitamin,
            Of(next(), "Hydrocortisoncrème 1%", today.AddDays(-9), [Cycle(4, 3)]),
            Of(next(), $"{TakenAsNeeded} 500 mg", today, [AsNeeded()]),
            Count(next(), taper, 60, today),
            Count(next(), vitamin, 6, today),
        ];
    }

    private static Regimen Of(Guid id, string medicine, DateOnly from, IReadOnlyList<Dosage> dosages) => new()
    {
        Id = id,
        ResidentId = DemoPeople.BakkerLives,
        Medicine = medicine,
        From = from,
        TellsCircle = false,
        Dosages = dosages,
    };

    private static Dosage Daily(decimal amount, string unit, TimeOnly at) => new()
    {
        Dose = DoseAmount.Of(amount, unit),
        Timing = new Timing { Repeat = new Repeat { Period = 1, PeriodUnit = PeriodUnit.Day, TimesOfDay = [at] } },
    };

    private static Dosage Step(int sequence, decimal amount, int days) => Daily(amount, "tablet", new(8, 0)) with
    {
        Sequence = sequence,
        Timing = new Timing
        {
            Repeat = new Repeat
            {
                Period = 1,
                PeriodUnit = PeriodUnit.Day,
                TimesOfDay = [new(8, 0)],
                Bounds = new Bounds { Length = new TimeLength(days, PeriodUnit.Day) },
            },
        },
    };

    private static Dosage Cycle(int on, int off) => new()
    {
        Text = "2 maal daags dun smeren, 4 dagen wel en 3 dagen niet",
        Dose = DoseAmount.Of(1, "keer"),
        Timing = new Timing
        {
            Repeat = new Repeat
            {
                Period = 1,
                PeriodUnit = PeriodUnit.Day,
                TimesOfDay = [new(8, 0), new(22, 0)],
                Bounds = new Bounds { Length = new TimeLength(on, PeriodUnit.Day) },
                CycleDays = on + off,
            },
        },
    };

    private static Dosage AsNeeded() => new()
    {
        AsNeeded = true,
        Dose = DoseAmount.Of(1, "tablet"),
        MinimumInterval = TimeSpan.FromHours(4),
        MaxDosePerPeriod = new MaxDose(4, "tablet", TimeSpan.FromDays(1)),
    };

    private static StockCount Count(Guid id, Regimen regimen, decimal amount, DateOnly today) => new()
    {
        Id = id,
        ResidentId = regimen.ResidentId,
        TreatmentId = regimen.TreatmentId,
        Amount = amount,
        CountedAt = new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero),
        CountedBy = DemoPeople.Bakker,
    };
}
