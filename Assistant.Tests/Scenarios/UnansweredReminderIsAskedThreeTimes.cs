using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class UnansweredReminderIsAskedThreeTimes
{
    [TownFact]
    public async Task Silence_is_asked_again_twice_as_a_question_and_then_left_in_peace()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00").Asks("Els");

        await AskThreeTimesAsync(town);

        await town.AdvanceToAsync("23:00");
        var item = await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).FirstAsync());
        Assert.Equal(PlanItemState.Unconfirmed, item.State);
        Assert.False(await town.ReadAsync(db => db.Set<Concern>().AnyAsync()));
    }

    [TownFact]
    public async Task Somebody_hears_of_it_only_where_she_chose_so()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").LetsStepsPass().TakesImportantPillsAt("08:00").Asks("Els");

        await AskThreeTimesAsync(town);
        await town.AdvanceToAsync("08:45");

        town.Phone("Els").Expect("concern.ask.unanswered", ("resident", "mevrouw Jansen"));
        await town.PressAsync("mevrouw Jansen", "medication.taken");
        await town.AdvanceToAsync("23:00");
        town.Phone("Els").Expect("concern.circle.over.answered_herself");
    }

    [TownFact]
    public async Task What_is_asked_once_is_not_asked_again()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").DoesAt("10:00", "fysiotherapie", Importance.Ask);

        await town.AdvanceToAsync("23:00");

        town.Phone("mevrouw Jansen").Expect("routine.prompt");
        Assert.Equal(PlanItemState.Unconfirmed, (await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).FirstAsync())).State);
    }

    [TownFact]
    public async Task A_late_answer_still_counts_with_its_real_time()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await AskThreeTimesAsync(town);
        await town.AdvanceToAsync("14:00");

        await town.PressAsync("mevrouw Jansen", "medication.taken");

        var item = await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).FirstAsync());
        Assert.Equal((PlanItemState.Done, SmallTown.Moment("2026-03-10 14:00")), (item.State, item.AnsweredAt));
    }

    [TownFact]
    public async Task What_must_be_exact_is_asked_three_times_within_its_half_hour()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").Takes(new() { TimesOfDay = [new(8, 0)], Exact = true });

        await town.AdvanceToAsync("23:00");

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        Assert.Equal("Tue 08:10:00", town.Phone("mevrouw Jansen").Expect("medication.again").At);
        Assert.Equal("Tue 08:20:00", town.Phone("mevrouw Jansen").Expect("medication.again").At);
    }

    private static async Task AskThreeTimesAsync(SmallTown town)
    {
        await town.AdvanceToAsync("08:44");
        var phone = town.Phone("mevrouw Jansen");
        phone.Expect("medication.prompt");
        Assert.Equal("Tue 08:15:00", phone.Expect("medication.again").At);
        Assert.Equal("Tue 08:30:00", phone.Expect("medication.again").At);
        town.Quiet();
    }
}
