using Assistant.Scheduling.Medication;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Medication;

/// <summary>What holds for any regimen, in any zone, through any clock change.</summary>
public sealed class DosePropertyTests
{
    [Fact]
    public void No_slot_of_a_day_comes_twice() => ForAll(RandomRegimens.Regimens, regimen =>
    {
        var doses = DoseExpansion.Expand(regimen.Dosages, regimen.Window).ToList();
        return doses.Select(dose => (dose.Date, dose.Slot)).Distinct().Count() == doses.Count;
    });

    [Fact]
    public void Doses_come_in_order_and_inside_the_window() => ForAll(RandomRegimens.Regimens, regimen =>
    {
        var doses = DoseExpansion.Expand(regimen.Dosages, regimen.Window).ToList();
        return doses.Zip(doses.Skip(1)).All(pair => (pair.First.Date, pair.First.Instant).CompareTo((pair.Second.Date, pair.Second.Instant)) <= 0)
            && doses.All(dose => regimen.Window.From <= dose.Date && dose.Date < regimen.Window.Until);
    });

    [Fact]
    public void Planning_in_pieces_changes_nothing() => ForAll(
        RandomRegimens.Regimens.SelectMany(regimen => Gen.Choose(0, 14).Select(cut => (regimen.Dosages, regimen.Window, Cut: cut))),
        planned =>
        {
            var middle = planned.Window.From.AddDays(planned.Cut);
            var whole = DoseExpansion.Expand(planned.Dosages, planned.Window);
            var pieces = DoseExpansion.Expand(planned.Dosages, planned.Window with { Until = middle })
                .Concat(DoseExpansion.Expand(planned.Dosages, planned.Window with { From = middle }));
            return whole.SequenceEqual(pieces);
        });

    [Fact]
    public void None_is_lost_whatever_the_clocks_do() => ForAll(
        from times in RandomRegimens.Times
        from window in RandomRegimens.Windows
        select (times, window),
        plan =>
        {
            var first = plan.window.Anchor > plan.window.From ? plan.window.Anchor : plan.window.From;
            var doses = DoseExpansion.Expand(Plan.Of(new Repeat { TimesOfDay = plan.times }), plan.window).GroupBy(dose => dose.Date).ToList();
            return doses.Count == plan.window.Until.DayNumber - first.DayNumber
                && doses.All(day => day.Count() == plan.times.Count);
        });

    [Fact]
    public void Every_n_hours_is_n_hours_by_the_instant_and_fills_the_window() => ForAll(
        from interval in RandomRegimens.Intervals
        from window in RandomRegimens.Windows
        select (interval, window),
        plan =>
        {
            var dosage = Plan.Of(Plan.Per(1, (decimal)plan.interval.TotalHours, PeriodUnit.Hour));
            var doses = DoseExpansion.Expand(dosage, plan.window).ToList();
            var end = plan.window.Zone.At(plan.window.Until, TimeOnly.MinValue);
            return doses.Zip(doses.Skip(1)).All(pair => pair.Second.Instant - pair.First.Instant == plan.interval)
                && doses[^1].Instant < end && doses[^1].Instant + plan.interval >= end;
        });

    [Fact]
    public void The_least_time_between_doses_holds_on_days_of_23_and_25_hours() => ForAll(
        from times in RandomRegimens.Times
        from window in RandomRegimens.Windows
        select (times, window),
        plan =>
        {
            var least = TimeSpan.FromHours(23.0 / plan.times.Count);
            var dosage = Plan.Of(new Repeat { TimesOfDay = plan.times }) with { MinimumInterval = least };
            var doses = DoseExpansion.Expand(dosage, plan.window).ToList();
            return doses.Zip(doses.Skip(1)).All(pair => pair.Second.Instant - pair.First.Instant >= least);
        });

    [Fact]
    public void The_least_time_holds_between_lines_of_one_medicine_too_and_none_is_lost() => ForAll(
        from times in RandomRegimens.Times
        from window in RandomRegimens.Windows
        select (times, window),
        plan =>
        {
            var least = TimeSpan.FromHours(22.5 / plan.times.Count);
            var lines = plan.times.Select((time, i) => Plan.Of(new Repeat { TimesOfDay = [time] }) with
            {
                Dose = DoseAmount.Of(i + 1, "tablet"), MinimumInterval = least,
            }).ToList();
            var doses = DoseExpansion.Expand(lines, plan.window).OrderBy(dose => dose.Instant).ToList();
            return doses.Zip(doses.Skip(1)).All(pair => pair.Second.Instant - pair.First.Instant >= least)
                && doses.GroupBy(dose => dose.Date).All(day => day.Count() == plan.times.Count);
        });

    [Fact]
    public void What_is_stored_is_read_back_the_same() => ForAll(RandomRegimens.Regimens, regimen =>
        DosageJson.Write(DosageJson.Read(DosageJson.Write(regimen.Dosages))) == DosageJson.Write(regimen.Dosages));

    private static void ForAll<T>(Gen<T> cases, Func<T, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(RandomRegimens.Many);
}
