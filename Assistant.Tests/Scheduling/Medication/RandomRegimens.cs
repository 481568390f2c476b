using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Medication;

/// <summary>Random regimens, lived through the weeks of clock changes in zones with different rules.</summary>
internal static class RandomRegimens
{
    /// <summary>Ten thousand in the full suite; some hundreds are enough while one works.</summary>
    public static readonly Config Many = Config.QuickThrowOnFailure
        .WithMaxTest(Suite.IsFull ? 10_000 : 300)
        .WithReplay(new Replay(new Rnd(17UL, 3UL), null));

    private static readonly string[] Zones =
        ["Europe/Amsterdam", "Europe/Brussels", "Europe/Lisbon", "America/New_York", "Asia/Kathmandu"];

    /// <summary>Days before the changes of spring and autumn in Europe and America, and a day without one.</summary>
    private static readonly DateOnly[] Starts =
        [new(2026, 3, 23), new(2026, 10, 19), new(2026, 3, 2), new(2026, 10, 26), new(2027, 3, 22), new(2026, 6, 1)];

    public static Gen<DoseWindow> Windows =>
        from zone in Gen.Elements(Zones)
        from start in Gen.Elements(Starts)
        from anchor in Gen.Choose(-40, 3)
        from wake in Gen.Choose(5, 9)
        from bed in Gen.Elements(21, 22, 23, 0, 1)
        select new DoseWindow(start, start.AddDays(14), HomeTimeZone.Of(zone),
            DayHours.Default with { Wake = new(wake, 0), Bedtime = new(bed, 30) }, start.AddDays(anchor));

    public static Gen<IReadOnlyList<TimeOnly>> Times =>
        from minutes in Few(Gen.Choose(0, 287), 5)
        select (IReadOnlyList<TimeOnly>)[.. minutes.Distinct().Select(five => TimeOnly.MinValue.AddMinutes(five * 5))];

    public static Gen<TimeSpan> Intervals => Gen.Choose(1, 96).Select(halves => TimeSpan.FromHours(halves / 2.0));

    public static Gen<Repeat> Daily => Gen.OneOf(
        Times.Select(times => new Repeat { TimesOfDay = times }),
        Gen.Choose(1, 12).Select(times => Plan.Per(times, 1, PeriodUnit.Day)),
        Few(Gen.Elements(Enum.GetValues<EventTiming>()), 4)
            .Select(when => new Repeat { When = [.. when], Offset = when.Count > 3 ? TimeSpan.FromMinutes(40) : null }));

    private static Gen<Repeat> Sparse =>
        from times in Gen.Choose(1, 9)
        from period in Gen.Choose(1, 9)
        from unit in Gen.Elements(PeriodUnit.Day, PeriodUnit.Week, PeriodUnit.Month, PeriodUnit.Hour)
        from days in Few(Gen.Elements(Enum.GetValues<DayOfWeek>()), 6)
        from waking in Gen.Elements(true, false)
        select Plan.Per(times, period, unit) with
        {
            DaysOfWeek = days.Count > 3 ? [.. days] : [],
            WakingHours = waking && unit == PeriodUnit.Hour,
        };

    private static Gen<Dosage> Dosages =>
        from repeat in Gen.OneOf(Daily, Sparse)
        from sequence in Gen.Elements<int?>(null, 1, 2, 3)
        from length in Gen.Choose(0, 9)
        from cycle in Gen.Elements<int?>(null, null, 7, 10)
        from count in Gen.Elements<int?>(null, null, null, 20)
        from least in Gen.Elements<int?>(null, null, 2)
        select Plan.Of(repeat with
        {
            Bounds = length == 0 ? null : Plan.For(length, PeriodUnit.Day),
            CycleDays = cycle,
            Count = count,
        }) with
        { Sequence = sequence, MinimumInterval = least is null ? null : TimeSpan.FromHours(1.5) };

    public static Gen<(IReadOnlyList<Dosage> Dosages, DoseWindow Window)> Regimens =>
        from dosages in Few(Dosages, 4)
        from window in Windows
        select ((IReadOnlyList<Dosage>)[.. dosages], window);

    private static Gen<List<T>> Few<T>(Gen<T> one, int most) => Gen.Choose(1, most).SelectMany(count => one.ListOf(count))
        .Select(list => list.ToList());
}
