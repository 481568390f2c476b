using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class APoisonedRowIsSetAside
{
    [TownFact]
    public async Task Of_a_hundred_reminders_one_is_broken_and_the_others_are_asked()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        for (var i = 0; i < 100; i++)
        {
            town.Resident($"resident {i}").TakesPillsAt("08:00");
        }

        await town.TickAsync();
        await BreakAsync(town, "resident 42");
        await town.AdvanceToAsync("08:00");

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(i == 42 ? [] : ["medication.prompt"], town.Phone($"resident {i}").All.Select(m => m.Key));
            town.Phone($"resident {i}").ExpectAnything();
        }

        var aside = await town.ReadAsync(db => db.Set<SetAsideRow>().SingleAsync());
        Assert.Equal(("Reminder", nameof(InvalidOperationException)), (aside.Table, aside.Fault));
        town.Faults.Expected();
    }

    [TownFact]
    public async Task What_stays_broken_is_shown_once_with_its_latest_time()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();
        await BreakAsync(town, "mevrouw Jansen");

        await town.AdvanceToAsync("08:12");

        var aside = await town.ReadAsync(db => db.Set<SetAsideRow>().SingleAsync());
        Assert.Equal(SmallTown.Moment("2026-03-10 08:10"), aside.At);
        town.Faults.Expected();
    }

    [TownFact]
    public async Task A_rule_that_nobody_can_read_costs_no_other_resident_her_plan()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var broken = town.Resident("meneer Bakker").DoesAt("08:00", "biljart", Importance.Ask, rule: "FREQ=NEVER");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");

        await town.AdvanceToAsync("08:00");

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        var aside = await town.ReadAsync(db => db.Set<SetAsideRow>().SingleAsync());
        Assert.Equal(("Resident", broken.Id.Value), (aside.Table, aside.RowId));
        town.Faults.Expected();
    }

    [TownFact]
    public async Task A_zone_that_nobody_knows_costs_no_other_resident_her_plan()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("meneer Bakker").TakesPillsAt("08:00").Person.TimeZoneId = "Europe/Atlantis";
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");

        await town.AdvanceToAsync("08:00");

        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        Assert.Equal("Resident", (await town.ReadAsync(db => db.Set<SetAsideRow>().SingleAsync())).Table);
        town.Faults.Expected();
    }

    // An importance that no version of ours ever wrote: reading the row throws.
    private static Task<bool> BreakAsync(SmallTown town, string name) => town.InOneTransactionAsync(async db =>
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "PlanItems" SET "Importance" = 'Unheard'
            WHERE "ResidentId" = (SELECT "Id" FROM "Residents" WHERE "PersonId" = {town.Person(name).Id.Value})
            """) > 0);
}
