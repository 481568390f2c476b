using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class TheLadderIsClimbedOnePersonAtATime
{
    private const string Ask = "concern.ask.missed_check_in";

    [TownFact]
    public async Task Who_cannot_is_not_asked_again_and_the_next_is_asked_at_once()
    {
        await using var town = await SilentAsync("Els", "Ria");

        await town.AdvanceToAsync("10:02");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.cannot");
        await town.TickAsync();
        Assert.Equal("Tue 10:02:00", town.Phone("Ria").Expect(Ask).At);
        await town.AdvanceToAsync("10:17");
        town.Phone(SmallTown.Organiser).Expect(Ask);
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task A_late_no_of_the_daughter_does_not_cut_the_neighbours_quarter_of_an_hour()
    {
        await using var town = await SilentAsync("Els", "Ria");

        await town.AdvanceToAsync("10:20");
        town.Phone("Els").Expect(Ask);
        town.Phone("Ria").Expect(Ask);
        await town.PressAsync("Els", "responder.cannot");
        await town.AdvanceToAsync("10:29");
        town.Quiet();

        await town.AdvanceToAsync("10:30");
        town.Phone(SmallTown.Organiser).Expect(Ask);
    }

    [TownFact]
    public async Task A_promise_that_runs_out_is_asked_after_and_then_the_ladder_goes_on()
    {
        await using var town = await SilentAsync("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:34");
        town.Phone("mevrouw Jansen").Expect("concern.resident.going", ("who", "Els"));
        town.Quiet();

        await town.AdvanceToAsync("10:35");
        town.Phone("Els").Expect("concern.after_promise");
        await town.AdvanceToAsync("10:49");
        town.Quiet();

        await town.AdvanceToAsync("10:50");
        town.Phone("Ria").Expect(Ask);
        town.Quiet();
    }

    [TownFact]
    public async Task A_promise_that_is_kept_ends_it()
    {
        await using var town = await SilentAsync("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:40");
        town.Phone("mevrouw Jansen").Expect("concern.resident.going");
        town.Phone("Els").Expect("concern.after_promise");

        await town.PressAsync("Els", "responder.done");

        await town.AdvanceToAsync("23:00");
        town.Phone("mevrouw Jansen").Expect("concern.resident.over.visited", ("who", "Els"));
    }

    [TownFact]
    public async Task Who_takes_her_promise_back_makes_room_for_the_next_at_once()
    {
        await using var town = await SilentAsync("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("Els").Expect(Ask);
        await town.PressAsync("Els", "responder.going");
        await town.AdvanceToAsync("10:10");
        town.Phone("mevrouw Jansen").Expect("concern.resident.going");

        await town.PressAsync("Els", "responder.cannot");
        await town.TickAsync();

        Assert.Equal("Tue 10:10:00", town.Phone("Ria").Expect(Ask).At);
    }

    [TownFact]
    public async Task Somebody_who_is_on_her_way_without_being_asked_hears_the_all_clear_too()
    {
        await using var town = await SilentAsync("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        var subject = town.Phone("Els").Expect(Ask).Subject;

        await town.PressAsync("Ria", "responder.going", subject);
        await town.AdvanceToAsync("10:10");
        town.Phone("mevrouw Jansen").Expect("concern.resident.going", ("who", "Ria"));
        town.Phone("Els").Expect("concern.circle.going", ("who", "Ria"));
        await town.SpeakAsync("mevrouw Jansen");
        await town.TickAsync();

        town.Phone("Els").Expect("concern.circle.over.answered_herself");
        town.Phone("Ria").Expect("concern.circle.over.answered_herself");
    }

    [TownFact]
    public async Task A_rung_asleep_is_skipped_and_the_organiser_is_woken()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Sleeps("Els", "09:30", "11:00").Sleeps(SmallTown.Organiser, "00:00", "23:59")
            .Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00", grace: 60).Asks("Els", "Ria");

        await town.AdvanceToAsync("10:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        town.Phone("Ria").Expect(Ask);
        await town.AdvanceToAsync("10:15");
        town.Phone(SmallTown.Organiser).Expect(Ask);
        await town.AdvanceToAsync("23:00");
    }

    [TownFact]
    public async Task The_organiser_hears_within_an_hour_however_long_the_ladder()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").IsAskedAt("09:00").AsksEvery(25, "Els", "Ria", "Bram", "Noor");

        await town.AdvanceToAsync("11:00");

        Assert.Equal("Tue 11:00:00", town.Phone(SmallTown.Organiser).Expect(Ask).At);
        Assert.Equal("Tue 10:50:00", town.Phone("Bram").Expect(Ask).At);
        Assert.Empty(town.Phone("Noor").All);
        foreach (var name in (string[])["mevrouw Jansen", "Els", "Ria"])
        {
            town.Phone(name).ExpectAnything();
        }
    }

    [TownFact]
    public async Task A_ladder_that_nobody_answered_stays_red_until_somebody_does()
    {
        await using var town = await SilentAsync("Els");

        await town.AdvanceToAsync("2026-03-11 08:00");
        town.Phone("Els").Expect(Ask);
        town.Phone(SmallTown.Organiser).Expect(Ask);
        Assert.Equal(ConcernState.Exhausted, await StateAsync(town));
        await town.PressAsync("Els", "responder.cannot");
        Assert.Equal(ConcernState.Exhausted, await StateAsync(town));

        await town.PressAsync("Els", "responder.fine");

        await town.TickAsync();
        Assert.Equal(ConcernState.Resolved, await StateAsync(town));
        town.Phone("mevrouw Jansen").Expect("concern.resident.over.known_safe");
        town.Phone(SmallTown.Organiser).Expect("concern.circle.over.known_safe");
    }

    [TownFact]
    public async Task The_second_who_wants_to_go_hears_that_somebody_goes_already()
    {
        await using var town = await SilentAsync("Els", "Ria");
        await town.AdvanceToAsync("10:16");
        town.Phone("Els").Expect(Ask);
        var subject = town.Phone("Ria").Expect(Ask).Subject;
        await town.PressAsync("Ria", "responder.going");
        await town.TickAsync();
        town.Phone("mevrouw Jansen").Expect("concern.resident.going", ("who", "Ria"));
        town.Phone("Els").Expect("concern.circle.going", ("who", "Ria"));

        var answer = await town.InOneTransactionAsync(async db => await new ConcernBook(db, town.Now).AcknowledgeAsync(
            await db.Set<Concern>().SingleAsync(c => c.Id == ConcernId.From(subject)), town.Person("Els").Id, CancellationToken.None));

        Assert.Equal(ConcernAnswer.TakenByAnother, answer);
    }

    private static Task<ConcernState> StateAsync(SmallTown town) =>
        town.ReadAsync(async db => (await db.Set<Concern>().SingleAsync()).State);

    private static async Task<SmallTown> SilentAsync(params string[] circle)
    {
        var town = await SmallTown.OpenAsync("2026-03-10 08:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().IsAskedAt("09:00", grace: 60).Asks(circle);
        await town.AdvanceToAsync("09:00");
        town.Phone("mevrouw Jansen").Expect("checkin.prompt");
        return town;
    }
}
