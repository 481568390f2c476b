using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class PlanningTwiceChangesNothing
{
    [TownFact]
    public async Task A_full_day_planned_again_at_any_hour_changes_no_row()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 00:30");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00", "12:00", "18:00").IsAskedAt("09:00").IsAskedAt("20:00")
            .Takes(new() { When = [EventTiming.Bedtime] }).DoesAt("10:00", "koffie bij Ria", Importance.Mention);

        for (var hour = 0; hour < 24; hour += 3)
        {
            await town.AdvanceAsync(TimeSpan.FromHours(3));
            await town.Get<PlanTheDay>().RunAsync(CancellationToken.None);
            Assert.Equal(0, await town.Get<PlanTheDay>().RunAsync(CancellationToken.None));
        }

        town.Phone("mevrouw Jansen").ExpectAnything();
        town.Phone(SmallTown.Organiser).ExpectAnything();
    }

    [TownFact]
    public async Task Two_medicines_of_one_moment_are_one_question()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00").Takes(new() { When = [EventTiming.Morning] });

        await town.AdvanceToAsync("08:00");

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
    }

    [TownFact]
    public async Task Two_medicines_whose_moments_have_the_same_name_and_another_hour_are_two_questions()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 06:00");
        town.Resident("mevrouw Jansen")
            .Takes(new() { When = [EventTiming.Morning] })
            .Takes(new() { When = [EventTiming.Morning], Offset = TimeSpan.FromMinutes(30) })
            .Takes(new() { Frequency = 3, Period = 1, PeriodUnit = PeriodUnit.Day })
            .Takes(new() { Frequency = 3, Period = 1, PeriodUnit = PeriodUnit.Day, WakingHours = true });

        await town.AdvanceToAsync("2026-03-11 00:00");

        Assert.Equal(["08:00", "08:30"], town.Phone("mevrouw Jansen").All.Select(m => m.At[4..9]).Where(at => at is "08:00" or "08:30").Distinct());
        town.Phone("mevrouw Jansen").ExpectAnything();
    }

    [TownFact]
    public async Task A_dose_cancelled_and_wanted_again_is_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 06:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();
        await SetLastDayAsync(town, new DateOnly(2026, 3, 9));
        await town.AdvanceToAsync("07:30");
        Assert.Equal(PlanItemState.Cancelled, (await town.ReadAsync(db => db.Set<PlanItem>().OrderBy(i => i.At).FirstAsync())).State);

        await SetLastDayAsync(town, null);

        await town.AdvanceToAsync("08:00");
        town.Phone("mevrouw Jansen").Expect("medication.prompt");
    }

    private static async Task SetLastDayAsync(SmallTown town, DateOnly? until)
    {
        await town.InOneTransactionAsync(async db => (await db.Set<Regimen>().SingleAsync()).Until = until);
        await town.Get<PlanTheDay>().RunAsync(CancellationToken.None);
    }
}
