using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

public sealed class WhoLeftIsLeftInPeace
{
    [TownFact]
    public async Task The_end_of_service_stops_everything_at_once_and_the_circle_hears_it_once()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").TakesPillsAt("08:00", "20:00").IsAskedAt("09:00").Asks("Els", "Ria");
        await town.AdvanceToAsync("10:05");
        town.Phone("mevrouw Jansen").ExpectAnything();
        town.Phone("Els").Expect("concern.ask.missed_check_in");

        await EndAsync(town, jansen.Id);
        await EndAsync(town, jansen.Id);
        await town.AdvanceToAsync("2026-03-13 12:00");

        town.Phone("Els").Expect("service.ended", ("resident", "mevrouw Jansen"));
        town.Phone("Ria").Expect("service.ended");
        Assert.Equal(0, await town.ReadAsync(db => db.Set<PlanItem>().CountAsync(i => i.State == PlanItemState.Planned)));
        Assert.Equal(ConcernOutcome.ServiceEnded, (await town.ReadAsync(db => db.Set<Concern>().SingleAsync())).Outcome);
    }

    [TownFact]
    public async Task What_was_waiting_to_be_sent_is_not_sent_any_more()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        town.Phone("mevrouw Jansen").Answers = (_, _) =>
            Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Failed("Away.", TimeSpan.FromMinutes(5)));
        await town.AdvanceToAsync("08:01");
        town.Phone("mevrouw Jansen").Answers = null;

        await EndAsync(town, jansen.Id);

        await town.AdvanceToAsync("23:00");
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_worry_raised_in_the_moment_in_which_she_left_asks_nobody()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").Asks("Els");
        await EndAsync(town, jansen.Id);
        await town.TickAsync();
        town.Phone("Els").Expect("service.ended");

        // Its unit of work had begun before, and commits after.
        await town.InOneTransactionAsync(db =>
            new ConcernBook(db, town.Now).RaiseAsync(ConcernKind.Unwell, jansen.Id, Guid.CreateVersion7(town.Now), CancellationToken.None));
        await town.AdvanceToAsync("12:00");

        Assert.Equal(ConcernOutcome.ServiceEnded, (await town.ReadAsync(db => db.Set<Concern>().SingleAsync())).Outcome);
    }

    [TownFact]
    public async Task Planning_for_her_by_name_plans_nothing()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        var jansen = town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await EndAsync(town, jansen.Id);

        await town.Get<PlanTheDay>().RunForAsync(jansen.Id, SmallTown.Zone, CancellationToken.None);

        Assert.False(await town.ReadAsync(db => db.Set<PlanItem>().AnyAsync()));
    }

    private static Task<bool> EndAsync(SmallTown town, ResidentId resident) =>
        town.InOneTransactionAsync(async db =>
        {
            await EndOfService.EndAsync(db, resident, ServiceEnd.Moved, town.Now, CancellationToken.None);
            return true;
        });
}
