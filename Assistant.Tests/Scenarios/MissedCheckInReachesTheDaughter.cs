using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class MissedCheckInReachesTheDaughter
{
    [TownFact]
    public async Task Silence_reaches_the_daughter_then_the_neighbour_then_the_organiser_and_the_all_clear_goes_to_all()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00", grace: 60).Asks("Els", "Ria");

        await town.AdvanceToAsync("09:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        await town.AdvanceToAsync("09:59");
        town.Quiet();
        await town.AdvanceToAsync("10:00");
        town.Phone("Els").Expect("concern.ask.missed_check_in", ("resident", "mevrouw Jansen"));
        town.Phone("mevrouw Jansen").Expect("concern.resident.asked", ("who", "Els"));
        await town.AdvanceToAsync("10:14");
        town.Quiet();
        await town.AdvanceToAsync("10:15");
        town.Phone("Ria").Expect("concern.ask.missed_check_in");
        await town.AdvanceToAsync("10:30");
        town.Phone(SmallTown.Organiser).Expect("concern.ask.missed_check_in");
        town.Quiet();

        await town.PressAsync(SmallTown.Organiser, "responder.going");
        await town.TickAsync();
        town.Phone("mevrouw Jansen").Expect("concern.resident.going", ("who", "Marijke"));
        town.Phone("Els").Expect("concern.circle.going", ("who", "Marijke"), ("resident", "mevrouw Jansen"));
        town.Phone("Ria").Expect("concern.circle.going");
        await town.AdvanceToAsync("10:50");
        await town.PressAsync(SmallTown.Organiser, "responder.fine");
        await town.TickAsync();

        town.Phone("mevrouw Jansen").Expect("concern.resident.over.known_safe");
        town.Phone("Els").Expect("concern.circle.over.known_safe");
        town.Phone("Ria").Expect("concern.circle.over.known_safe");
        await town.AdvanceToAsync("23:00");
        var concern = await town.ReadAsync(db => db.Set<Concern>().SingleAsync());
        Assert.Equal(ConcernState.Resolved, concern.State);
    }

    [TownFact]
    public async Task Her_own_word_after_the_alarm_ends_it_for_everybody_who_was_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00", grace: 60).Asks("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("mevrouw Jansen").Expect("concern.resident.asked");
        town.Phone("Els").Expect("concern.ask.missed_check_in");

        await town.PressAsync("mevrouw Jansen", "checkin.fine");
        await town.AdvanceToAsync("23:00");

        town.Phone("Els").Expect("concern.circle.over.answered_herself", ("who", "mevrouw Jansen"));
    }
}
