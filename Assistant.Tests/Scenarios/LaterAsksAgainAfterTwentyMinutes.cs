using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class LaterAsksAgainAfterTwentyMinutes
{
    [TownFact]
    public async Task Later_asks_again_after_twenty_minutes_and_a_third_later_is_not_taken()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        var phone = town.Phone("mevrouw Jansen");
        await town.AdvanceToAsync("08:05");
        phone.Expect("medication.prompt");

        Assert.Equal(SmallTown.Moment("2026-03-10 08:25"), await town.LaterAsync("mevrouw Jansen"));
        await town.AdvanceToAsync("08:24");
        town.Quiet();
        await town.AdvanceToAsync("08:25");
        phone.Expect("medication.again");
        Assert.Equal(SmallTown.Moment("2026-03-10 08:45"), await town.LaterAsync("mevrouw Jansen"));
        await town.AdvanceToAsync("08:45");
        phone.Expect("medication.again");
        Assert.Null(await town.LaterAsync("mevrouw Jansen"));

        await town.PressAsync("mevrouw Jansen", "medication.taken");
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task Later_then_silence_is_asked_again_as_often_as_ever()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        var phone = town.Phone("mevrouw Jansen");
        await town.AdvanceToAsync("08:00");
        phone.Expect("medication.prompt");

        await town.LaterAsync("mevrouw Jansen");
        await town.AdvanceToAsync("23:00");

        Assert.Equal(["Tue 08:20:00", "Tue 08:35:00", "Tue 08:50:00"], phone.Unexpected.Select(m => m.At));
        phone.ExpectAnything();
    }

    [TownFact]
    public async Task A_later_with_a_time_asks_at_that_time()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.AdvanceToAsync("08:01");
        town.Phone("mevrouw Jansen").Expect("medication.prompt");

        await town.LaterAsync("mevrouw Jansen", "2026-03-10 09:30");
        await town.AdvanceToAsync("09:29");
        town.Quiet();
        await town.AdvanceToAsync("09:30");
        town.Phone("mevrouw Jansen").Expect("medication.again");
        await town.PressAsync("mevrouw Jansen", "medication.taken");
    }

    [TownTheory]
    [InlineData("2026-03-10 10:00")]
    [InlineData("2026-03-10 12:00")]
    [InlineData("2026-03-10 07:59")]
    public async Task A_later_past_the_validity_or_in_the_past_is_not_taken(string until)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.AdvanceToAsync("08:00");
        town.Phone("mevrouw Jansen").Expect("medication.prompt");

        Assert.Null(await town.LaterAsync("mevrouw Jansen", until));
    }

    [TownFact]
    public async Task Twenty_minutes_before_the_validity_ends_later_is_not_taken_any_more()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        var phone = town.Phone("mevrouw Jansen");
        await town.AdvanceToAsync("08:00");
        await town.LaterAsync("mevrouw Jansen", "2026-03-10 09:50");
        await town.AdvanceToAsync("09:50");

        Assert.Null(await town.LaterAsync("mevrouw Jansen"));

        await town.AdvanceToAsync("23:00");
        Assert.Equal(["medication.prompt", "medication.again"], phone.Unexpected.Select(m => m.Key));
        phone.ExpectAnything();
    }
}
