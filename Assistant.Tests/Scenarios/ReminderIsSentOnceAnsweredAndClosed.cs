using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class ReminderIsSentOnceAnsweredAndClosed
{
    [TownFact]
    public async Task Pills_of_eight_o_clock_are_asked_once_at_eight_and_not_again_after_the_answer()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");

        await town.AdvanceToAsync("07:59");
        town.Quiet();
        await town.AdvanceToAsync("08:00");
        var question = town.Phone("mevrouw Jansen").Expect("medication.prompt", ("what", "=medication.moment.morning"));
        Assert.Equal(["medication.taken", "medication.later", "medication.skipped"], question.Choices);
        await town.AdvanceToAsync("08:10");
        await town.PressAsync("mevrouw Jansen", "medication.taken");

        await town.AdvanceToAsync("2026-03-11 07:59");
        town.Quiet();
        var item = await town.ReadAsync(db => db.Set<PlanItem>().SingleAsync(i => i.LocalDate == new DateOnly(2026, 3, 10)));
        Assert.Equal(PlanItemState.Done, item.State);
        Assert.Equal(SmallTown.Moment("2026-03-10 08:10"), item.AnsweredAt);
        Assert.Equal(DoseOutcome.Taken, (await town.ReadAsync(db => db.Set<DoseRecord>().SingleAsync())).Outcome);
    }

    [TownFact]
    public async Task A_wrong_button_is_put_right_and_both_answers_stay_on_record()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.AdvanceToAsync("08:00");
        town.Phone("mevrouw Jansen").Expect("medication.prompt");

        await town.PressAsync("mevrouw Jansen", "medication.skipped");
        await town.AdvanceToAsync("08:02");
        await town.PressAsync("mevrouw Jansen", "medication.taken");
        await town.AdvanceToAsync("12:00");

        Assert.Equal(PlanItemState.Done, await town.ReadAsync(db => db.Set<PlanItem>()
            .Where(i => i.LocalDate == new DateOnly(2026, 3, 10)).Select(i => i.State).SingleAsync()));
        Assert.Equal(
            [DoseOutcome.Skipped, DoseOutcome.Taken],
            await town.ReadAsync(db => db.Set<DoseRecord>().OrderBy(r => r.Id).Select(r => r.Outcome).ToListAsync()));
    }

    [TownFact]
    public async Task A_look_that_comes_twice_at_the_same_moment_asks_once()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");

        await town.AdvanceToAsync("08:00");
        await town.TickAsync();
        await town.TickAsync();

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
    }

    [TownFact]
    public async Task A_mention_is_said_and_asks_nothing()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").DoesAt("10:00", "koffie bij Ria", Importance.Mention);

        await town.AdvanceToAsync("23:00");

        Assert.Empty(town.Phone("mevrouw Jansen").Expect("routine.mention", ("what", "koffie bij Ria")).Choices);
    }
}
