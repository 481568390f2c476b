using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class SheHearsAheadWhatComes
{
    [TownFact]
    public async Task Five_minutes_before_she_hears_that_home_care_comes_and_at_its_time_nothing_more()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").HearsAheadOf("10:00", "de thuiszorg", minutes: 5);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("09:54");
        town.Quiet();
        await town.AdvanceToAsync("09:55");
        phone.Expect("reminder.notice", ("what", "de thuiszorg"), ("minutes", "5"));

        await town.AdvanceToAsync("23:00");
        town.Quiet();
    }

    [TownFact]
    public async Task Who_was_away_in_those_minutes_hears_at_its_time_that_it_is_time()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").HearsAheadOf("10:00", "de thuiszorg", minutes: 15);
        await town.TickAsync();

        await town.SleepThroughToAsync("2026-03-10 09:52");
        await town.TickAsync();
        town.Phone("mevrouw Jansen").Expect("reminder.notice", ("minutes", "8"));
        await town.SleepThroughToAsync("2026-03-11 10:03");
        await town.TickAsync();

        Assert.Equal("routine.mention", Assert.Single(town.Phone("mevrouw Jansen").Unexpected).Key);
        town.Phone("mevrouw Jansen").ExpectAnything();
    }

    [TownFact]
    public async Task What_is_asked_is_announced_first_and_asked_at_its_time()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").HearsAheadOf("10:00", "naar de kapper", minutes: 30, Importance.Ask);
        var phone = town.Phone("mevrouw Jansen");

        await town.AdvanceToAsync("09:30");
        phone.Expect("reminder.notice", ("minutes", "30"));
        await town.AdvanceToAsync("10:00");
        phone.Expect("routine.prompt");
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task The_minutes_are_those_that_are_left_when_it_leaves()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").HearsAheadOf("10:00", "de thuiszorg", minutes: 10);
        var phone = town.Phone("mevrouw Jansen");
        var refused = 0;
        phone.Answers = (_, _) => Task.FromResult<DeliveryOutcome>(
            refused++ == 0 ? new DeliveryOutcome.Failed("Busy.", TimeSpan.FromMinutes(20)) : new DeliveryOutcome.Accepted(null, ""));

        await town.AdvanceToAsync("10:15");

        // It waits in the outbox over its moment; how it is then worded is for whoever words it.
        Assert.Equal("Tue 10:10:00", Assert.Single(phone.Unexpected).At);
        phone.ExpectAnything();
    }
}
