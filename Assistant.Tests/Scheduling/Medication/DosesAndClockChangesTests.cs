using Assistant.Scheduling.Medication;
using static Assistant.Scheduling.Medication.PeriodUnit;
using static Assistant.Tests.Scheduling.Medication.Plan;

namespace Assistant.Tests.Scheduling.Medication;

public sealed class DosesAndClockChangesTests
{
    private static readonly DateOnly Spring = new(2026, 3, 29);
    private static readonly DateOnly Autumn = new(2026, 10, 25);

    [Fact]
    public void A_time_in_the_skipped_hour_moves_forward_by_the_hour()
    {
        var dose = Assert.Single(DoseExpansion.Expand(Of(new Repeat { TimesOfDay = [new(2, 30)] }), Days(1, Spring)));

        Assert.Equal("03:30 0230 2026-03-29T01:30", $"{dose.Time:HH:mm} {dose.Slot} {dose.Instant.UtcDateTime:yyyy-MM-ddTHH:mm}");
    }

    [Fact]
    public void A_time_in_the_repeated_hour_comes_once_and_first()
    {
        var dose = Assert.Single(DoseExpansion.Expand(Of(new Repeat { TimesOfDay = [new(2, 30)] }), Days(1, Autumn)));

        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0), dose.Instant.UtcDateTime);
    }

    [Fact]
    public void Every_eight_hours_stays_eight_hours_through_both_changes()
    {
        var dosage = Of(Per(1, 8, Hour));

        Assert.Equal(["03-29 00:00", "03-29 09:00", "03-29 17:00"], Times(DoseExpansion.Expand(dosage, Days(1, Spring, anchor: Monday))));
        Assert.Equal(["10-25 00:00", "10-25 07:00", "10-25 15:00", "10-25 23:00"],
            Times(DoseExpansion.Expand(dosage, Days(1, Autumn, anchor: new DateOnly(2026, 10, 1)))));
    }

    [Fact]
    public void The_least_time_between_doses_holds_on_the_day_of_23_hours()
    {
        var dosage = Of(new Repeat { TimesOfDay = [new(8, 0), new(20, 0)] }) with { MinimumInterval = TimeSpan.FromHours(11.5) };

        Assert.Equal(["03-28 08:00", "03-28 20:00", "03-29 08:30", "03-29 20:00"],
            Times(DoseExpansion.Expand(dosage, Days(2, Spring.AddDays(-1), anchor: Monday))));
    }

    [Fact]
    public void Twelve_hours_and_a_breakfast_hour_are_not_the_same_interval() =>
        Assert.NotEqual(Times(DoseExpansion.Expand(Of(Per(1, 12, Hour)), Days(1, Spring, anchor: Monday))),
            Times(DoseExpansion.Expand(Of(Per(2, 1, Day)), Days(1, Spring, anchor: Monday))));
}
