using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

/// <summary>A promise may hold up the organiser's hour only while it stands and is asked after.</summary>
public sealed class NobodyKeepsTheOrganiserOutOfIt
{
    private const string Jansen = "mevrouw Jansen";
    private const string Ask = "concern.ask.missed_check_in";

    [TownFact]
    public async Task A_promise_that_runs_out_shortly_before_the_hour_leaves_the_hour_as_it_is()
    {
        await using var town = await PromisedAsync("10:20");

        await town.AdvanceToAsync("11:00");

        Assert.Equal("Tue 10:50:00", town.Phone("Els").Expect("concern.after_promise").At);
        Assert.Equal("Tue 11:00:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        town.Phone("Ria").ExpectAnything();
    }

    [TownFact]
    public async Task A_promise_made_in_the_last_minutes_stands_and_five_minutes_after_it_is_asked_after_the_organiser_knows()
    {
        await using var town = await PromisedAsync("10:40");

        await town.AdvanceToAsync("11:15");

        Assert.Equal("Tue 11:10:00", town.Phone("Els").Expect("concern.after_promise").At);
        Assert.Equal("Tue 11:15:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        town.Phone("Ria").ExpectAnything();
    }

    [TownFact]
    public async Task Who_takes_a_late_promise_back_brings_the_organiser_at_once()
    {
        await using var town = await PromisedAsync("10:40");
        await town.AdvanceToAsync("11:05");

        await town.PressAsync("Els", "responder.cannot");
        await town.TickAsync();

        Assert.Equal("Tue 11:05:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        town.Phone("Ria").ExpectAnything();
    }

    private static async Task<SmallTown> PromisedAsync(string at)
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").AsksEvery(50, "Els", "Ria");
        town.Phone(Jansen).LetPass("checkin.prompt", "concern.resident.going");
        await town.AdvanceToAsync(at);
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.going");
        return town;
    }
}
