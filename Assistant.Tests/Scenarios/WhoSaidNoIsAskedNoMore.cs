using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class WhoSaidNoIsAskedNoMore
{
    private const string Jansen = "mevrouw Jansen";
    private const string Ask = "concern.ask.missed_check_in";
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [TownFact]
    public async Task Els_who_was_to_be_asked_three_times_says_no_and_the_neighbour_is_asked_at_once()
    {
        await using var town = await SilentAsync();

        await town.AdvanceToAsync("10:01");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.cannot");
        await town.TickAsync();
        Assert.Equal("Tue 10:01:00", town.Phone("Ria").Expect(Ask).At);

        await town.AdvanceToAsync("10:06");
        Assert.Equal("Tue 10:06:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        await town.PressAsync(SmallTown.Organiser, "responder.fine");
        await town.AdvanceToAsync("23:00");
        foreach (var name in (string[])["Els", "Ria"])
        {
            town.Phone(name).Expect("concern.circle.over.known_safe", ("who", SmallTown.Organiser));
        }

        town.Phone(Jansen).Expect("concern.resident.over.known_safe");
    }

    [TownFact]
    public async Task A_promise_that_was_taken_back_is_a_no_as_well()
    {
        await using var town = await SilentAsync();
        await town.AdvanceToAsync("10:01");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:03");
        town.Phone(Jansen).Expect("concern.resident.going", ("who", "Els"));

        await town.PressAsync("Els", "responder.cannot");

        await town.AdvanceToAsync("10:30");
        Assert.Equal("Tue 10:03:00", town.Phone("Ria").Expect(Ask).At);
        town.Phone(SmallTown.Organiser).Expect(Ask);
    }

    [TownFact]
    public async Task When_everybody_says_no_it_is_red_at_once_and_a_late_yes_still_counts()
    {
        await using var town = await SilentAsync();
        await town.AdvanceToAsync("10:00");
        foreach (var name in (string[])["Els", "Ria", SmallTown.Organiser])
        {
            town.Phone(name).Expect(Ask);
            await town.PressAsync(name, "responder.cannot");
            await town.TickAsync();
        }

        Assert.Equal(ConcernState.Exhausted, await StateAsync(town));
        await town.AdvanceToAsync("10:20");
        await town.PressAsync("Ria", "responder.going");
        await town.AdvanceToAsync("10:30");
        await town.PressAsync("Ria", "responder.done", town.Phone("Ria").All[0].Subject);
        await town.TickAsync();

        Assert.Equal(ConcernState.Resolved, await StateAsync(town));
        foreach (var name in (string[])["Els", SmallTown.Organiser])
        {
            town.Phone(name).Expect("concern.circle.going", ("who", "Ria"));
            town.Phone(name).Expect("concern.circle.over.visited", ("who", "Ria"));
        }

        town.Phone(Jansen).Expect("concern.resident.going", ("who", "Ria"));
        town.Phone(Jansen).Expect("concern.resident.over.visited", ("who", "Ria"));
    }

    [TownFact]
    public async Task When_nobody_can_be_reached_nobody_is_waited_for_and_it_is_red_at_once()
    {
        await using var town = await SilentAsync();
        foreach (var name in (string[])["Els", "Ria", SmallTown.Organiser])
        {
            town.Phone(name).Answers = (_, _) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Refused("No such number."));
        }

        await town.AdvanceToAsync("10:00");

        Assert.Equal(ConcernState.Exhausted, await StateAsync(town));
        Assert.Contains("concern.resident.nobody", town.Phone(Jansen).All.Select(m => m.Key));
    }

    private static Task<ConcernState> StateAsync(SmallTown town) =>
        town.ReadAsync(async db => (await db.Set<Concern>().SingleAsync()).State);

    private static async Task<SmallTown> SilentAsync()
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident(Jansen).LetsStepsPass().IsAskedAt("09:00").HasPolicy(
            ConcernKind.MissedCheckIn,
            TimeSpan.Zero,
            ("Els", new EscalationStep(null, FiveMinutes) { Times = 3 }),
            ("Ria", new EscalationStep(null, FiveMinutes)));
        town.Phone(Jansen).LetPass("checkin.prompt");
        return town;
    }
}
