using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.Medication;

/// <summary>What holds for any cabinet of medicines when its days are planned, whatever the clocks do.</summary>
public sealed class PlanningPropertyTests
{
    private static readonly ResidentId Jansen = ResidentId.New(DateTimeOffset.UnixEpoch.AddYears(50));
    private static readonly PersonId Herself = PersonId.New(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public void Planning_twice_changes_nothing() => ForAll(Cabinets, (cabinet, window, now) =>
    {
        var planned = Reconciliation.Of([], Wanted(cabinet, window), now).Added;
        return Reconciliation.Of([.. planned], Wanted(cabinet, window), now).IsEmpty;
    });

    [Fact]
    public void No_two_questions_share_a_slot_of_a_day_and_no_medicine_is_in_two_questions_of_one_instant() =>
        ForAll(Cabinets, (cabinet, window, _) =>
        {
            var moments = cabinet.Moments(window.From, window.To).ToList();
            var slots = moments.Select(m => (m.Planned.LocalDate, m.Planned.Slot)).ToList();
            var doses = moments.SelectMany(m => m.Doses).Select(d => (d.Regimen.Id, d.Moment.Date, d.Moment.Slot)).ToList();
            return slots.Distinct().Count() == slots.Count && doses.Distinct().Count() == doses.Count;
        });

    [Fact]
    public void Every_dose_of_every_medicine_is_in_a_question() => ForAll(Cabinets, (cabinet, window, _) =>
        cabinet.Moments(window.From, window.To).Sum(m => m.Doses.Count)
            == cabinet.Regimens.Sum(regimen => cabinet.Doses(regimen, window.From, window.To).Count()));

    [Fact]
    public void A_pause_that_ends_early_brings_back_what_nobody_answered_and_nothing_else() => ForAll(Cabinets, (cabinet, window, now) =>
    {
        var items = Reconciliation.Of([], Wanted(cabinet, window), now).Added.ToList();
        foreach (var answered in items.Where((_, i) => i % 5 == 0))
        {
            answered.Done(Herself, now);
        }

        var before = items.Select(i => (i.Id, i.State, i.At)).ToList();
        var resting = cabinet with { Pauses = [Pause(window.From, window.To.AddDays(1))] };
        Reconciliation.Of(items, Wanted(resting, window), now);
        var isQuiet = items.All(i => i.State is PlanItemState.Cancelled or PlanItemState.Done);
        Reconciliation.Of(items, Wanted(cabinet, window), now);
        return isQuiet && before.SequenceEqual(items.Select(i => (i.Id, i.State, i.At)));
    });

    private static Gen<(MedicineCabinet Cabinet, PlanWindow Window, DateTimeOffset Now)> Cabinets =>
        from regimens in Gen.Choose(1, 4).SelectMany(count => RandomRegimens.Regimens.ListOf(count))
        from window in RandomRegimens.Windows
        select Of(regimens, window);

    private static (MedicineCabinet, PlanWindow, DateTimeOffset) Of(
        IEnumerable<(IReadOnlyList<Dosage> Dosages, DoseWindow Window)> regimens, DoseWindow window)
    {
        var now = window.Zone.At(window.From, TimeOnly.MinValue);
        var cabinet = new MedicineCabinet(Jansen, window.Zone, window.Hours)
        {
            Pauses = [],
            Regimens = [.. regimens.Select((regimen, i) => new Regimen
            {
                Id = Guid.CreateVersion7(now.AddSeconds(i)),
                ResidentId = Jansen,
                Medicine = "metoprolol",
                Dosages = regimen.Dosages,
                From = window.Anchor,
                TellsCircle = false,
            })],
        };
        return (cabinet, new PlanWindow([Jansen], window.Zone, window.From, window.Until.AddDays(-1)), now);
    }

    private static List<(string, PlannedMoment)> Wanted(MedicineCabinet cabinet, PlanWindow window) =>
        [.. cabinet.Moments(window.From, window.To).Select(moment => (DoseSource.SourceName, moment.Planned))];

    private static MedicationPause Pause(DateOnly from, DateOnly back) => new()
    {
        Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(50)),
        ResidentId = Jansen,
        From = from,
        ReturnsOn = back,
        SaidAt = DateTimeOffset.UnixEpoch.AddYears(50),
        SaidBy = Herself,
    };

    private static void ForAll(
        Gen<(MedicineCabinet Cabinet, PlanWindow Window, DateTimeOffset Now)> cases, Func<MedicineCabinet, PlanWindow, DateTimeOffset, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), one => holds(one.Cabinet, one.Window, one.Now)).Check(RandomRegimens.Many);
}
