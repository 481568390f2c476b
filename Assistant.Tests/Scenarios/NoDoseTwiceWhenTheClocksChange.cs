using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Europe/Amsterdam: 02:00 becomes 03:00 in March, 03:00 becomes 02:00 in October.</summary>
public sealed class NoDoseTwiceWhenTheClocksChange
{
    [TownTheory]
    [InlineData("2026-03-29")]
    [InlineData("2027-03-28")]
    public async Task A_pill_in_the_hour_that_is_skipped_is_asked_once_an_hour_later(string night)
    {
        await using var town = await NightAsync(night, "02:30");

        await town.AdvanceToAsync($"{night} 12:00");

        Assert.Equal("Sun 03:30:00", town.Phone("mevrouw Jansen").Expect("medication.prompt").At);
        ExpectRepeats(town);
    }

    [TownTheory]
    [InlineData("2026-10-25")]
    [InlineData("2027-10-31")]
    public async Task A_pill_in_the_hour_that_comes_twice_is_asked_once_in_the_first(string night)
    {
        await using var town = await NightAsync(night, "02:30");
        var midnight = SmallTown.Moment($"{night} 00:00");

        await town.AdvanceToAsync(midnight.AddHours(2.5));
        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        await town.PressAsync("mevrouw Jansen", "medication.taken");

        await town.AdvanceToAsync($"{night} 23:59");
        Assert.Equal(1, await town.ReadAsync(db => db.Set<PlanItem>().CountAsync(i => i.LocalDate == SmallTown.Zone.DayOf(midnight).Date)));
    }

    [TownTheory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    [InlineData("2027-03-28")]
    [InlineData("2027-10-31")]
    public async Task Eight_o_clock_stays_eight_o_clock_before_on_and_after_the_change(string night)
    {
        await using var town = await NightAsync(night, "08:00");
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync($"{night} 08:00");
        Assert.Equal("Sun 08:00:00", phone.Expect("medication.prompt").At);
        await town.PressAsync("mevrouw Jansen", "medication.taken");
        await town.AdvanceAsync(TimeSpan.FromHours(24));

        Assert.Equal("Mon 08:00:00", phone.Expect("medication.prompt").At);
    }

    [TownTheory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    public async Task A_check_in_of_nine_o_clock_and_its_grace_are_kept(string night)
    {
        await using var town = await SmallTown.OpenAsync($"{night} 00:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00", grace: 60).Asks("Els");

        await town.AdvanceToAsync($"{night} 10:00");

        Assert.Equal("Sun 09:00:00", town.Phone("mevrouw Jansen").Expect("checkin.prompt").At);
        Assert.Equal("Sun 10:00:00", town.Phone("Els").Expect("concern.ask.missed_check_in").At);
    }

    private static async Task<SmallTown> NightAsync(string night, string pillsAt)
    {
        // From the evening before, so that the change falls into a plan that was made already.
        var town = await SmallTown.OpenAsync($"{night} 00:00");
        town.Resident("mevrouw Jansen").TakesPillsAt(pillsAt);
        return town;
    }

    private static void ExpectRepeats(SmallTown town)
    {
        town.Phone("mevrouw Jansen").Expect("medication.again");
        town.Phone("mevrouw Jansen").Expect("medication.again");
    }
}
