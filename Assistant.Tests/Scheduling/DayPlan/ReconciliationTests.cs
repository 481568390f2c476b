using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using FsCheck;
using FsCheck.Fluent;

namespace Assistant.Tests.Scheduling.DayPlan;

public sealed class ReconciliationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 11, 0, 0, TimeSpan.Zero);
    private static readonly ResidentId Jansen = ResidentId.New(Noon);
    private static readonly PersonId Her = PersonId.New(Noon);

    [Fact]
    public void Whatever_is_wanted_and_whatever_is_there_the_second_time_changes_nothing_and_history_stays()
    {
        // Of each number: the slot, how many hours from noon, and what became of it since.
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), (before, after) =>
        {
            var rows = Reconciliation.Of([], Wanted(before), Noon).Added.ToList();
            foreach (var (row, fate) in rows.Zip(before ?? []))
            {
                Live(row, fate % 5);
            }

            var history = rows.Where(IsHistory).Select(r => (r.Id, r.State, r.At)).ToList();
            var first = Reconciliation.Of(rows, Wanted(after), Noon);
            rows.AddRange(first.Added);
            return Reconciliation.Of(rows, Wanted(after), Noon).IsEmpty
                && history.SequenceEqual(rows.Where(r => history.Any(h => h.Id == r.Id)).Select(r => (r.Id, r.State, r.At)));
        });

        property.Check(Config.QuickThrowOnFailure.WithReplay(new Replay(new Rnd(17UL, 3UL), null)));
    }

    [Fact]
    public void What_is_over_is_not_planned_afterwards() =>
        Assert.True(Reconciliation.Of([], [("medication", Moment("a", Noon.AddHours(-2)))], Noon).IsEmpty);

    [Fact]
    public void What_is_no_longer_wanted_is_cancelled_and_comes_back_when_it_is()
    {
        var wanted = ("medication", Moment("a", Noon.AddHours(3)));
        var row = Reconciliation.Of([], [wanted], Noon).Added.Single();

        Assert.Equal([row], Reconciliation.Of([row], [], Noon).Cancelled);
        Assert.Equal(PlanItemState.Cancelled, row.State);
        Assert.Equal([row], Reconciliation.Of([row], [wanted], Noon).Restored);
        Assert.Equal(PlanItemState.Planned, row.State);
    }

    private static List<(string Source, PlannedMoment Moment)> Wanted(byte[]? numbers) =>
        [.. (numbers ?? []).Select(n => ("medication", Moment($"{n % 7}", Noon.AddHours((n / 7 % 10) - 3)))).DistinctBy(w => w.Item2.Slot)];

    private static PlannedMoment Moment(string slot, DateTimeOffset at) => new()
    {
        ResidentId = Jansen,
        LocalDate = new DateOnly(2026, 3, 10),
        Slot = slot,
        At = at,
        Title = "pills",
        Question = "medication.taken?",
        Importance = Importance.AskUntilAnswered,
        Validity = TimeSpan.FromHours(2),
    };

    private static void Live(PlanItem row, int fate)
    {
        switch (fate)
        {
            case 1:
                row.Open();
                break;
            case 2:
                row.Done(Her, Noon);
                break;
            case 3:
                row.LeaveUnconfirmed();
                break;
            case 4:
                row.Cancel();
                break;
            default:
                break;
        }
    }

    private static bool IsHistory(PlanItem row) => row.State is not (PlanItemState.Planned or PlanItemState.Cancelled);
}
