using Assistant.Scheduling.Medication;
using static Assistant.Tests.Scheduling.Medication.Plan;

namespace Assistant.Tests.Scheduling.Medication;

public sealed class AsNeededGuardTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly AsNeededLimits FourHoursThreeADay = new(TimeSpan.FromHours(4), 3, TimeSpan.FromDays(1), null);

    [Fact]
    public void The_first_one_is_allowed_and_two_are_left() =>
        Assert.Equal(new AsNeededDecision.Allowed(2), AsNeededGuard.Decide(FourHoursThreeADay, [], 1, Noon));

    [Fact]
    public void Within_the_least_interval_it_says_from_when() =>
        Assert.Equal(new AsNeededDecision.TooSoon(Noon.AddHours(1)), Decide(FourHoursThreeADay, -3));

    [Fact]
    public void At_the_end_of_the_least_interval_it_is_allowed() =>
        Assert.Equal(new AsNeededDecision.Allowed(1), Decide(FourHoursThreeADay, -4));

    [Fact]
    public void The_maximum_rolls_through_midnight() =>
        Assert.Equal(new AsNeededDecision.MaximumReached(Noon.AddHours(4)), Decide(FourHoursThreeADay, -20, -14, -5));

    [Fact]
    public void When_both_forbid_it_the_later_counts() =>
        Assert.Equal(new AsNeededDecision.MaximumReached(Noon.AddHours(3)), Decide(FourHoursThreeADay, -23, -14, -1));

    [Fact]
    public void An_amount_counts_in_the_unit_of_the_dose()
    {
        var limits = new AsNeededLimits(null, null, TimeSpan.FromDays(1), new MaxDose(8, "tablet", TimeSpan.FromDays(1)));
        Intake[] intakes = [new(Noon.AddHours(-12), 4), new(Noon.AddHours(-6), 3)];

        Assert.Equal(new AsNeededDecision.Allowed(0), AsNeededGuard.Decide(limits, intakes, 1, Noon));
        Assert.Equal(new AsNeededDecision.MaximumReached(Noon.AddHours(12)), AsNeededGuard.Decide(limits, intakes, 2, Noon));
        Assert.Equal(new AsNeededDecision.MaximumReached(DateTimeOffset.MaxValue), AsNeededGuard.Decide(limits, [], 9, Noon));
    }

    [Fact]
    public void A_day_of_25_hours_gives_no_dose_more()
    {
        var evening = new DateTimeOffset(2026, 10, 24, 20, 0, 0, TimeSpan.FromHours(2));
        var nextEvening = new DateTimeOffset(2026, 10, 25, 19, 0, 0, TimeSpan.FromHours(1));
        var once = new AsNeededLimits(null, 1, TimeSpan.FromDays(1), null);

        Assert.IsType<AsNeededDecision.Allowed>(AsNeededGuard.Decide(once, [new(evening, 1)], 1, nextEvening));
        Assert.IsType<AsNeededDecision.MaximumReached>(AsNeededGuard.Decide(once, [new(evening, 1)], 1, nextEvening.AddMinutes(-1)));
    }

    [Fact]
    public void The_limits_are_read_from_the_instruction()
    {
        var everyFourToSix = Of(Per(1, 4, PeriodUnit.Hour) with { PeriodMax = 6 }) with { AsNeeded = true };
        var twiceOrThrice = Of(Per(2, 1, PeriodUnit.Day) with { FrequencyMax = 3 }) with
        {
            AsNeeded = true,
            MaxDosePerPeriod = new MaxDose(720, "mg", TimeSpan.FromDays(1)),
        };

        Assert.Equal(TimeSpan.FromHours(4), AsNeededLimits.Of(everyFourToSix).MinimumInterval);
        Assert.Equal((3, null), (AsNeededLimits.Of(twiceOrThrice).MostTimes, AsNeededLimits.Of(twiceOrThrice).MostAmount));
    }

    private static AsNeededDecision Decide(AsNeededLimits limits, params int[] hours) =>
        AsNeededGuard.Decide(limits, [.. hours.Select(hour => new Intake(Noon.AddHours(hour), 1))], 1, Noon);
}
