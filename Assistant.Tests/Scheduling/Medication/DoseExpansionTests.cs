using Assistant.Scheduling.Medication;
using static Assistant.Scheduling.Medication.PeriodUnit;
using static Assistant.Tests.Scheduling.Medication.Plan;

namespace Assistant.Tests.Scheduling.Medication;

public sealed class DoseExpansionTests
{
    [Theory]
    [InlineData(1, "08:00")]
    [InlineData(2, "08:00 20:00")]
    [InlineData(3, "08:00 14:00 20:00")]
    [InlineData(4, "08:00 12:00 17:00 22:00")]
    [InlineData(5, "08:00 11:30 15:00 18:30 22:00")]
    public void So_many_times_a_day_is_spread_over_the_hours_of_the_person(int times, string expected)
    {
        var doses = DoseExpansion.Expand(Of(Per(times, 1, Day)), Days(1));

        Assert.Equal(expected, string.Join(' ', doses.Select(dose => $"{dose.Local:HH:mm}")));
    }

    [Fact]
    public void Meals_and_sleep_follow_the_persons_own_day()
    {
        var hours = DayHours.Default with { Breakfast = new(9, 15), Bedtime = new(0, 30) };
        var dosage = Of(new Repeat { When = [EventTiming.BeforeBreakfast, EventTiming.Bedtime], Offset = TimeSpan.FromMinutes(10) });

        var doses = DoseExpansion.Expand(dosage, Days(1) with { Hours = hours }).ToList();

        Assert.Equal(["03-02 09:05", "03-03 00:40"], Times(doses));
        Assert.Equal(["03-02 ACM", "03-02 HS"], Slots(doses));
    }

    [Fact]
    public void With_each_meal_is_three_moments() =>
        Assert.Equal(["03-02 CM", "03-02 CD", "03-02 CV"],
            Slots(DoseExpansion.Expand(Of(new Repeat { When = [EventTiming.Meals] }), Days(1))));

    [Fact]
    public void A_moment_keeps_its_slot_when_its_hour_moves()
    {
        var dosage = Of(new Repeat { When = [EventTiming.Evening] });
        var late = Days(1) with { Hours = DayHours.Default with { Evening = new(19, 30) } };

        Assert.Equal(Slots(DoseExpansion.Expand(dosage, Days(1))), Slots(DoseExpansion.Expand(dosage, late)));
    }

    [Fact]
    public void Every_third_day_counts_from_the_first_day_of_the_regimen() =>
        Assert.Equal(["03-02 08:00", "03-05 08:00"],
            Times(DoseExpansion.Expand(Of(Per(1, 3, Day)), Days(5, anchor: new DateOnly(2026, 2, 24)))));

    [Fact]
    public void Three_times_a_week_is_spread_over_the_week() =>
        Assert.Equal(["03-02 08:00", "03-04 08:00", "03-06 08:00", "03-09 08:00"],
            Times(DoseExpansion.Expand(Of(Per(3, 1, Week)), Days(8))));

    [Fact]
    public void Named_weekdays_every_second_week_skip_a_week()
    {
        var dosage = Of(Per(2, 2, Week) with { DaysOfWeek = [DayOfWeek.Tuesday, DayOfWeek.Friday] });

        Assert.Equal(["03-03 08:00", "03-06 08:00", "03-17 08:00", "03-20 08:00"], Times(DoseExpansion.Expand(dosage, Days(21))));
    }

    [Fact]
    public void Once_a_month_on_the_31st_has_its_dose_on_the_last_day_of_a_short_month() =>
        Assert.Equal(["01-31 08:00", "02-28 08:00", "03-31 08:00"],
            Times(DoseExpansion.Expand(Of(Per(1, 1, Month)), Days(75, new DateOnly(2026, 1, 31)))));

    [Fact]
    public void Twenty_one_days_on_and_seven_off()
    {
        var dosage = Of(Per(1, 1, Day) with { Bounds = For(21, Day), CycleDays = 28 });

        var days = DoseExpansion.Expand(dosage, Days(56)).Select(dose => dose.Date.DayNumber - Monday.DayNumber);

        Assert.Equal(Enumerable.Range(0, 56).Where(day => day % 28 < 21), days);
    }

    [Fact]
    public void A_cycle_of_steps_rests_on_its_last_day_and_starts_again()
    {
        Dosage[] steps =
        [
            Of(Per(1, 1, Day) with { Bounds = For(2, Day), CycleDays = 5 }, 2) with { Sequence = 1 },
            Of(Per(1, 1, Day) with { Bounds = For(2, Day), CycleDays = 5 }, 3) with { Sequence = 2 },
            Of(Per(1, 1, Day) with { Bounds = For(1, Day), CycleDays = 5 }, 0) with { Sequence = 3 },
        ];

        var amounts = DoseExpansion.Expand(steps, Days(7)).Select(dose => $"{dose.Date:dd} {dose.Text}");

        Assert.Equal(["02 2 tablet", "03 2 tablet", "04 3 tablet", "05 3 tablet", "07 2 tablet", "08 2 tablet"], amounts);
    }

    [Fact]
    public void A_taper_goes_down_step_by_step_and_ends_in_a_last_step_without_end()
    {
        Dosage[] steps =
        [
            Of(Per(2, 1, Day) with { Bounds = For(1, Week) }, 3) with { Sequence = 1 },
            Of(Per(1, 1, Day) with { Bounds = For(2, Day) }, 2) with { Sequence = 4 },
            Of(Per(1, 1, Day)) with { Sequence = 7 },
        ];

        var doses = DoseExpansion.Expand(steps, Days(11)).ToList();

        Assert.Equal(14, doses.Count(dose => dose.Text == "3 tablet"));
        Assert.Equal(["03-09 08:00", "03-10 08:00"], Times(doses.Where(dose => dose.Text == "2 tablet")));
        Assert.Equal(["03-11 08:00", "03-12 08:00"], Times(doses.Where(dose => dose.Text == "1 tablet")));
    }

    [Fact]
    public void Steps_with_the_same_number_hold_together_and_share_no_slot()
    {
        var morning = Of(new Repeat { When = [EventTiming.Morning] }) with { Sequence = 1 };

        Assert.Equal(["03-02 MORN", "03-02 MORN#2"], Slots(DoseExpansion.Expand([morning, morning], Days(1))));
    }

    [Fact]
    public void A_count_ends_however_the_days_are_cut()
    {
        var dosage = Of(Per(3, 1, Day) with { Count = 4 });

        Assert.Equal(["03-03 08:00"], Times(DoseExpansion.Expand(dosage, Days(9, Monday.AddDays(1), anchor: Monday))));
    }

    [Fact]
    public void A_course_of_a_week_every_eight_hours_has_21_doses()
    {
        var dosage = Of(Per(1, 8, Hour) with { Bounds = For(7, Day) });

        Assert.Equal(21, DoseExpansion.Expand(dosage, Days(30)).Count());
    }

    [Fact]
    public void Inside_waking_hours_the_night_is_left_alone() =>
        Assert.Equal(["03-02 07:30", "03-02 11:30", "03-02 15:30", "03-02 19:30", "03-03 07:30"],
            Times(DoseExpansion.Expand(Of(Per(1, 4, Hour) with { WakingHours = true }), Days(2)).Take(5)));

    [Fact]
    public void The_last_day_is_inclusive_and_its_hour_is_kept()
    {
        var bounds = new Bounds { Start = Monday, StartTime = new(9, 0), End = Monday.AddDays(1), EndTime = new(15, 0) };

        Assert.Equal(["03-02 14:00", "03-02 20:00", "03-03 08:00", "03-03 14:00"],
            Times(DoseExpansion.Expand(Of(Per(3, 1, Day) with { Bounds = bounds }), Days(9))));
    }

    [Fact]
    public void What_is_taken_when_needed_is_never_scheduled() =>
        Assert.Empty(DoseExpansion.Expand(Of(Per(3, 1, Day)) with { AsNeeded = true }, Days(9)));

    [Theory]
    [InlineData(1, 1, Second)]
    [InlineData(100, 1, Day)]
    [InlineData(1, 20, Minute)]
    [InlineData(0, 1, Day)]
    [InlineData(1, 0, Day)]
    public void What_nobody_could_follow_is_never_scheduled(int times, int period, PeriodUnit unit) =>
        Assert.Empty(DoseExpansion.Expand(Of(Per(times, period, unit)), Days(9)));
}
