using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scheduling.Escalation;

public sealed class DutyPlanTests
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 08:00");
    private static readonly NeighbourhoodId Home = NeighbourhoodId.New(Now);
    private static readonly PersonId Marijke = PersonId.New(Now);
    private static readonly PersonId Joost = PersonId.New(Now.AddSeconds(1));

    [Theory]
    [InlineData("2026-03-16 08:59", "Marijke")]
    [InlineData("2026-03-16 09:00", "Joost")]
    [InlineData("2026-03-23 08:59", "Joost")]
    [InlineData("2026-03-23 09:00", "Marijke")]
    [InlineData("2026-03-30 08:59", "Marijke")] // the clocks went forward on the 29th
    [InlineData("2026-03-30 09:00", "Joost")]
    public void Duty_is_handed_over_at_nine_on_the_neighbourhoods_clock_every_week(string at, string who) =>
        Assert.Equal(who == "Joost" ? Joost : Marijke, Plan().At(SmallTown.Moment(at)));

    [Fact]
    public void Who_takes_some_hours_has_them_and_hands_them_back()
    {
        var plan = Plan(Takes(Joost, "2026-03-11 18:00", "2026-03-11 23:00"));

        Assert.Equal(
            [Marijke, Joost, Marijke, Joost],
            plan.Between(SmallTown.Moment("2026-03-11 00:00"), SmallTown.Moment("2026-03-17 00:00")).Select(shift => shift.Person));
    }

    [Fact]
    public void Hours_in_which_she_is_away_are_hours_of_nobody_until_somebody_takes_them()
    {
        var away = Plan(Away(Marijke, "2026-03-12 00:00", "2026-03-13 00:00"));
        var covered = away with { Changes = [Takes(Joost, "2026-03-12 00:00", "2026-03-13 00:00"), .. away.Changes] };

        var gap = Assert.Single(away.Between(Now, Now.AddDays(6)), shift => shift.Person is null);
        Assert.Equal((SmallTown.Moment("2026-03-12 00:00"), SmallTown.Moment("2026-03-13 00:00")), (gap.From.ToUniversalTime(), gap.Until.ToUniversalTime()));
        Assert.DoesNotContain(covered.Between(Now, Now.AddDays(6)), shift => shift.Person is null);
    }

    [Fact]
    public void A_worry_in_uncovered_hours_goes_to_whoever_is_there_and_if_all_are_away_to_the_first()
    {
        var at = SmallTown.Moment("2026-03-12 12:00");
        var one = Plan(Away(Marijke, "2026-03-12 00:00", "2026-03-13 00:00"));
        var both = one with { Changes = [.. one.Changes, Away(Joost, "2026-03-12 00:00", "2026-03-13 00:00")] };

        Assert.Null(one.At(at));
        Assert.Equal(Joost, one.AskedAt(at));
        Assert.Equal(Marijke, both.AskedAt(at));
    }

    [Fact]
    public void Before_the_first_week_and_for_who_organises_no_more_nobody_is_on_duty()
    {
        Assert.Null(Plan().At(SmallTown.Moment("2026-03-01 12:00")));
        Assert.Null((Plan() with { Organisers = [Joost] }).At(SmallTown.Moment("2026-03-10 12:00")));
    }

    [Fact]
    public void Without_a_rotation_the_first_organiser_always_is() =>
        Assert.Equal(Marijke, new DutyPlan(null, [], [Marijke, Joost]).At(Now));

    private static DutyPlan Plan(params IReadOnlyList<DutyChange> changes) => new(
        new DutyRotation
        {
            NeighbourhoodId = Home, People = [Marijke, Joost], From = new DateOnly(2026, 3, 9), HandOverAt = new TimeOnly(9, 0), TimeZoneId = SmallTown.ZoneId,
        },
        changes,
        [Marijke, Joost]);

    private static DutyChange Takes(PersonId person, string from, string until) => Change(DutyChangeKind.Takes, person, from, until);

    private static DutyChange Away(PersonId person, string from, string until) => Change(DutyChangeKind.Away, person, from, until);

    private static DutyChange Change(DutyChangeKind kind, PersonId person, string from, string until) => new()
    {
        Id = Guid.CreateVersion7(Now), NeighbourhoodId = Home, PersonId = person, Kind = kind,
        From = SmallTown.Moment(from), Until = SmallTown.Moment(until),
    };
}
