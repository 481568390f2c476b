using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Reminders;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class TwoNodesShareTheWork
{
    private const int Street = 25;
    private const string Pills = "medication.prompt";

    [TownFact(QuickOnBoth = true)]
    public async Task A_morning_and_its_ladder_happen_once_however_many_nodes_look()
    {
        await using var town = await TwoNodesAsync(home => home.TakesPillsAt("08:00").IsAskedAt("09:00", grace: 30).Asks("Els"));

        await TogetherAsync(town, "08:00");
        Everybody(town, Pills);
        await AnswersAsync(town, "medication.taken");
        await TogetherAsync(town, "09:00");
        town.Quiet(); // whoever answered was there

        town.Clock.MoveTo(SmallTown.Moment("2026-03-11 08:00"));
        await TogetherAsync(town, "2026-03-11 09:00");
        Everybody(town, Pills, "checkin.prompt");
        await TogetherAsync(town, "2026-03-11 09:30");
        Everybody(town, "medication.again");
        Many(town, "Els", "concern.ask.missed_check_in");
        town.Quiet();
        await TogetherAsync(town, "2026-03-11 09:45");
        Everybody(town, "medication.again");
        Many(town, SmallTown.Organiser, "concern.ask.missed_check_in");
        Assert.Equal(Street, await town.ReadAsync(db => db.Set<Concern>().CountAsync()));
    }

    [TownFact]
    public async Task Planning_on_two_nodes_at_once_makes_each_row_once_and_no_fault()
    {
        await using var town = await TwoNodesAsync(home => home.TakesPillsAt("08:00", "20:00").IsAskedAt("09:00"));
        await town.OnEveryNodeAsync<PlanTheDay>(plan => plan.RunAsync(CancellationToken.None));
        var items = await town.ReadAsync(db => db.Set<PlanItem>().CountAsync());

        await town.OnEveryNodeAsync<PlanTheDay>(async plan =>
        {
            await plan.RunAsync(CancellationToken.None);
            await plan.RunAsync(CancellationToken.None);
        });

        Assert.True(items >= Street * 4, $"{items} rows were planned.");
        Assert.Equal(items, await town.ReadAsync(db => db.Set<PlanItem>().CountAsync()));
        Assert.Equal(0, await town.ReadAsync(db => db.Set<CheckIn>().GroupBy(c => new { c.ScheduleId, c.LocalDate }).CountAsync(g => g.Count() > 1)));
    }

    [TownFact]
    public async Task What_one_took_up_and_never_finished_the_others_finish_after_the_lease()
    {
        await using var town = await TwoNodesAsync(home => home.TakesPillsAt("08:00"));
        await town.OnEveryNodeAsync<PlanTheDay>(plan => plan.RunAsync(CancellationToken.None));
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));
        await using (var db = await town.Contexts.CreateDbContextAsync())
        {
            // Taken up by a node that was never heard of again.
            await RowClaim.TakeUpAsync<Reminder>(db, town.Now, CancellationToken.None);
        }

        await town.OnEveryNodeAsync<Ticker>(ticker => ticker.TickAsync(CancellationToken.None));
        town.Quiet();
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:01"));
        await town.OnEveryNodeAsync<Ticker>(ticker => ticker.TickAsync(CancellationToken.None));

        Everybody(town, Pills);
    }

    private static async Task<SmallTown> TwoNodesAsync(Action<Household> daily)
    {
        var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.AddNode();
        for (var i = 0; i < Street; i++)
        {
            daily(town.Resident($"resident {i}").LetsStepsPass());
        }

        return town;
    }

    private static async Task TogetherAsync(SmallTown town, string moment)
    {
        await town.OnEveryNodeAsync<PlanTheDay>(plan => plan.RunAsync(CancellationToken.None));
        town.Clock.MoveTo(SmallTown.Moment(moment.Length > 5 ? moment : $"2026-03-10 {moment}"));
        await town.OnEveryNodeAsync<Ticker>(ticker => ticker.TickAsync(CancellationToken.None));
    }

    private static void Everybody(SmallTown town, params IReadOnlyList<string> keys)
    {
        for (var i = 0; i < Street; i++)
        {
            Assert.Equal(keys.Order(StringComparer.Ordinal), town.Phone($"resident {i}").Unexpected.Select(m => m.Key).Order(StringComparer.Ordinal));
            town.Phone($"resident {i}").ExpectAnything();
        }
    }

    private static void Many(SmallTown town, string name, string key)
    {
        for (var i = 0; i < Street; i++)
        {
            town.Phone(name).Expect(key);
        }
    }

    private static async Task AnswersAsync(SmallTown town, string choice)
    {
        for (var i = 0; i < Street; i++)
        {
            await town.PressAsync($"resident {i}", choice);
        }
    }
}
