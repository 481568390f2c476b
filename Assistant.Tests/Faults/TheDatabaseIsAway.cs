using Assistant.Scheduling.DayPlan;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Faults.ChildHouse;

namespace Assistant.Tests.Faults;

public sealed class TheDatabaseIsAway
{
    // So many towns lose their store at a time: a fault is made often, a server stops seldom.
    private const int Together = 5;

    private static readonly int Crowd = Suite.IsFull ? 250 : 60;

    private static readonly DateTimeOffset Nine = SmallTown.Moment($"{FaultTown.Tuesday} 09:00");
    private static readonly DateTimeOffset Eleven = SmallTown.Moment($"{FaultTown.Tuesday} 11:00");

    [TownFact(OnlyInFull = true)]
    public async Task Over_a_due_moment_it_is_asked_once_when_it_is_back_or_reported_as_too_late()
    {
        await using var server = await Outage.ServerAsync();
        await using var node = ChildNode.Start();
        for (var run = 0; run < FaultTable.Runs; run += Together)
        {
            var some = Enumerable.Range(run, Math.Min(Together, FaultTable.Runs - run)).ToList();
            var away = await Task.WhenAll(some.SelectMany(i => new[] { OpenAsync(i, Nine), OpenAsync(i, Eleven) }));
            await using (await Outage.BeginAsync(server, [.. away.Select(one => one.Town)]))
            {
                await Task.WhenAll(away.Select(one => one.House.TickAsync(FaultTown.Eight)));
            }

            await Task.WhenAll(away.Select(BackAsync));
        }

        async Task<(FaultTown Town, ChildHouse House, DateTimeOffset Back)> OpenAsync(int seed, DateTimeOffset back)
        {
            var town = await FaultTown.OpenAsync(residents: 3 + (seed % 7), seed, server: server);
            return (town, await ChildHouse.OpenAsync(node, town, FaultTown.Eight), back);
        }
    }

    [TownFact(OnlyInFull = true)]
    public async Task Under_load_nothing_is_lost_when_it_comes_back()
    {
        await using var server = await Outage.ServerAsync();
        await using var node = ChildNode.Start();
        for (var run = 0; run < FaultTable.Runs; run++)
        {
            await using var town = await FaultTown.OpenAsync(Crowd, run, day: FaultTown.AskedOnce, server: server);
            ChildHouse[] both = [await OpenAsync(ChildNode.Survivor, town, FaultTown.Eight), await OpenAsync(node, town, FaultTown.Eight)];
            await Task.WhenAll(both.Select(house => house.DoneAsync("run")));
            var some = new Random(run).Next(1, Crowd / 2);
            await FaultTown.UntilAsync(() => town.Sent().Count >= some);
            await using (await Outage.BeginAsync(server, town))
            {
            }

            await Task.WhenAll(both.Select(house => house.DoneAsync("rest")));
            await both[0].LiveAsync(FaultTown.Noon);
            await Task.WhenAll(both.Select(house => house.CloseAsync()));
            FaultTable.Note("database restarted under load", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 1));
        }
    }

    private static async Task BackAsync((FaultTown Town, ChildHouse House, DateTimeOffset Back) away)
    {
        await using var town = away.Town;
        await away.House.DoneAsync("move", Text(away.Back));
        await away.House.LiveAsync(FaultTown.Noon);
        await away.House.CloseAsync();
        var isTooLate = away.Back == Eleven;
        var states = await town.Small.ReadAsync(db => db.Set<PlanItem>().Where(i => i.At == FaultTown.Eight).Select(i => i.State).ToListAsync());
        Assert.Equal(isTooLate, states.All(state => state is PlanItemState.Expired));
        FaultTable.Note(
            isTooLate ? "database away until it is too late" : "database away over a due moment",
            await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 0));
    }
}
