using Assistant.Tests.Town;

namespace Assistant.Tests.Scenarios;

public sealed class SheHearsEachStep
{
    private const string Jansen = "mevrouw Jansen";

    [TownFact]
    public async Task She_hears_who_is_asked_who_comes_that_a_promise_ran_out_and_that_nobody_comes()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).IsAskedAt("09:00").Asks("Els");
        var she = town.Phone(Jansen);

        await town.AdvanceToAsync("10:05");
        she.Expect("checkin.prompt");
        Assert.Equal("Tue 10:00:00", she.Expect("concern.resident.asked", ("who", "Els")).At);
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:50");
        she.Expect("concern.resident.going", ("who", "Els"));
        Assert.Equal("Tue 10:50:00", she.Expect("concern.resident.lapsed", ("who", "Els")).At);
        await town.AdvanceToAsync("11:05");
        Assert.Equal("Tue 11:05:00", she.Expect("concern.resident.nobody").At);
        await town.PressAsync("Els", "responder.done");
        await town.TickAsync();

        she.Expect("concern.resident.over.visited", ("who", "Els"));
        town.Phone("Els").ExpectAnything();
        town.Phone(SmallTown.Organiser).ExpectAnything();
    }

    [TownFact]
    public async Task Of_whoever_said_later_to_her_pills_it_is_never_said_that_nothing_was_heard()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident(Jansen).TakesImportantPillsAt("08:00").Asks("Els");
        await town.AdvanceToAsync("08:05");
        await town.LaterAsync(Jansen);

        await town.AdvanceToAsync("12:00");

        var heard = town.Phone(Jansen).All.Select(m => m.Key).Where(key => key.StartsWith("concern.", StringComparison.Ordinal)).ToList();
        Assert.Equal("concern.resident.asked.unanswered", heard[0]);
        Assert.DoesNotContain("concern.resident.asked", heard);
        foreach (var name in (string[])[Jansen, "Els", SmallTown.Organiser])
        {
            town.Phone(name).ExpectAnything();
        }
    }

    [TownFact]
    public async Task Who_takes_her_promise_back_is_named_to_her_before_the_next_is_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).IsAskedAt("09:00").Asks("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:10");
        town.Phone(Jansen).ExpectAnything();

        await town.PressAsync("Els", "responder.cannot");
        await town.TickAsync();

        town.Phone(Jansen).Expect("concern.resident.lapsed", ("who", "Els"));
        town.Phone("Els").ExpectAnything();
        town.Phone("Ria").Expect("concern.ask.missed_check_in");
    }
}
