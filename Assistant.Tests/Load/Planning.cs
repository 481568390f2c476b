using System.Diagnostics;
using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Load;

/// <summary>48 hours for so many residents of eight moments a day, into SQLite; and the doses alone, without a store.</summary>
/// <remarks>On one core, whatever the machine has: processor time is what it would take there.</remarks>
internal static class Planning
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault(10_000);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Process.GetCurrentProcess().ProcessorAffinity = 1;
        }

        Expand();
        await using var store = await LoadStore.OpenAsync(onPostgres: false);
        var clock = new RunningClock(Street.Eight.AddHours(-8));
        await using var house = new LoadHouse(
            store.Address, clock, _ => new WordedSender(clock, new NullChannel(Street.Eight, 0)), KeyRing.Parse(KeyRing.NewText(Street.Eight)));
        await house.MigrateAsync();
        await Street.SettleAsync(house.Contexts, count, EightMoments);
        await PlanAsync(house, "first");
        await PlanAsync(house, "again");
        return 0;
    }

    /// <summary>Four medicines at eight moments, one of them time-critical.</summary>
    private static IEnumerable<(string Medicine, Repeat Repeat)> EightMoments =>
    [
        ("Levodopa", new Repeat { TimesOfDay = [new(7, 0), new(11, 0), new(15, 0), new(19, 0)], Exact = true }),
        ("Metoprolol", new Repeat { TimesOfDay = [new(8, 0)] }),
        ("Paracetamol", new Repeat { TimesOfDay = [new(8, 0), new(13, 0), new(22, 0)] }),
        ("Oogdruppels", new Repeat { TimesOfDay = [new(9, 30)] }),
    ];

    private static async Task PlanAsync(LoadHouse house, string which)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var rows = await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        Console.WriteLine(
            $"planning   {which}: {rows:N0} rows in {watch.Elapsed.TotalSeconds:F1} s, of the processor "
            + $"{(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds:F1} s (target 15 s)");
    }

    private static void Expand()
    {
        var zone = HomeTimeZone.Of("Europe/Amsterdam");
        var first = new DateOnly(2026, 1, 1);
        var window = new DoseWindow(first, first.AddYears(1), zone, DayHours.Default, first);
        var plans = Plans();
        var doses = 0L;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Measured)
        {
            doses += plans.Sum(plan => DoseExpansion.Expand(plan, window).LongCount());
        }

        Console.WriteLine($"expanding  {doses / watch.Elapsed.TotalSeconds:N0} doses a second over a year of both clock changes (target 500,000)");
    }

    private static List<IReadOnlyList<Dosage>> Plans()
    {
        Dosage Of(Repeat repeat, int? sequence = null) =>
            new() { Sequence = sequence, Dose = DoseAmount.Of(1, "tablet"), Timing = new Timing { Repeat = repeat } };
        Repeat For(int days, Repeat repeat) => repeat with { Bounds = new Bounds { Length = new TimeLength(days, PeriodUnit.Day) } };
        var daily = new Repeat { TimesOfDay = [new(8, 0), new(20, 0)] };
        return
        [
            [Of(daily)],
            [Of(new Repeat { Frequency = 3, Period = 1, PeriodUnit = PeriodUnit.Day })],
            [Of(new Repeat { When = [EventTiming.BeforeBreakfast, EventTiming.Bedtime] })],
            [Of(new Repeat { Frequency = 1, Period = 6, PeriodUnit = PeriodUnit.Hour })],
            [Of(new Repeat { TimesOfDay = [new(8, 0)], DaysOfWeek = [DayOfWeek.Monday, DayOfWeek.Thursday] })],
            [Of(For(21, daily) with { CycleDays = 28 })],
            [Of(For(90, daily), 1), Of(For(90, daily), 2), Of(daily, 3)],
        ];
    }
}
