using Assistant.Scheduling.Medication;
using static Assistant.Tests.Scheduling.Medication.Plan;

namespace Assistant.Tests.Scheduling.Medication;

public sealed class SupplyTests
{
    private static readonly DateTimeOffset Before = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_tablets_at_two_a_day_run_out_on_the_third_evening() =>
        Assert.Equal("03-04 20:00", $"{new Supply(5).RunsOutAt([Of(Per(2, 1, PeriodUnit.Day))], Days(1), Before)?.Local:MM-dd HH:mm}");

    [Fact]
    public void Doses_of_this_morning_are_past()
    {
        var atNoon = new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

        Assert.Equal("03-05 08:00", $"{new Supply(5).RunsOutAt([Of(Per(2, 1, PeriodUnit.Day))], Days(1), atNoon)?.Local:MM-dd HH:mm}");
    }

    [Fact]
    public void Days_off_in_a_cycle_make_it_last_longer() =>
        Assert.Equal(new DateOnly(2026, 3, 30),
            new Supply(21).RunsOutAt([Of(Per(1, 1, PeriodUnit.Day) with { Bounds = For(21, PeriodUnit.Day), CycleDays = 28 })], Days(1), Before)?.Date);

    [Fact]
    public void A_course_that_ends_before_the_stock_never_runs_out() =>
        Assert.Null(new Supply(10).RunsOutAt([Of(Per(1, 1, PeriodUnit.Day) with { Count = 10 })], Days(1), Before));

    [Fact]
    public void Taking_counts_down() =>
        Assert.Equal(new Supply(4.5m), new Supply(5).After(new Intake(Before, 0.5m)));
}
