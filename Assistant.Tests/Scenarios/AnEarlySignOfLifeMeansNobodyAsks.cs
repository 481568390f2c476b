using Assistant.Scheduling.CheckIns;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class AnEarlySignOfLifeMeansNobodyAsks
{
    [TownTheory]
    [InlineData("2026-03-10 04:00")]
    [InlineData("2026-03-10 08:59")]
    public async Task A_word_since_the_day_began_is_sign_enough(string spokenAt)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-09 22:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00").Asks("Els");

        await town.AdvanceToAsync(spokenAt);
        await town.SpeakAsync("mevrouw Jansen");
        await town.AdvanceToAsync("2026-03-10 23:00");

        var checkIn = await town.ReadAsync(db => db.Set<CheckIn>().SingleAsync(c => c.LocalDate == new DateOnly(2026, 3, 10)));
        Assert.Equal((CheckInState.Received, SmallTown.Moment(spokenAt)), (checkIn.State, checkIn.ReceivedAt));
    }

    [TownFact]
    public async Task A_night_owls_last_word_is_still_yesterdays()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-09 22:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00").Asks("Els");

        await town.AdvanceToAsync("2026-03-10 03:59");
        await town.SpeakAsync("mevrouw Jansen");
        await town.AdvanceToAsync("2026-03-10 09:00");

        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
    }

    [TownFact]
    public async Task A_word_in_the_morning_does_not_stand_for_the_evening_too()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00").IsAskedAt("20:00").Asks("Els");

        await town.AdvanceToAsync("08:30");
        await town.SpeakAsync("mevrouw Jansen");
        await town.AdvanceToAsync("20:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        await town.AdvanceToAsync("20:10");
        await town.SpeakAsync("mevrouw Jansen");

        await town.AdvanceToAsync("23:00");
    }
}
