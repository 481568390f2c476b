using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Faults.ChildHouse;

namespace Assistant.Tests.Faults;

/// <summary>A program is killed where it stands in its work; another one, which was running all the time, finishes what it left.</summary>
/// <remarks>
/// One child keeps a house for every point, each on a store of its own, and all come to stand before it is killed: one
/// <c>SIGKILL</c> is a power cut at every point at once.
/// </remarks>
public sealed class KilledAtAPointOfASend
{
    // The six of a send; in planning nothing of it is begun yet, and a turn has its own claim, decision and commit.
    private const string InPlanning = "in-planning";
    private const string InTurn = "in-turn";

    private static readonly string[] Points =
        ["before-claim", "after-claim", "after-commit", "before-call", "after-call", "after-record", InPlanning, InTurn];

    private static readonly TimeSpan AMinute = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Eight = FaultTown.Eight;

    [TownFact(OnlyInFull = true)]
    public async Task Another_takes_over_within_a_minute_and_nothing_is_lost()
    {
        for (var run = 0; run < FaultTable.Runs; run++)
        {
            await using var killed = ChildNode.Start();
            var crashes = await Task.WhenAll(Points.Select((point, i) => Crash.PrepareAsync(point, (run * Points.Length) + i, killed)));
            await killed.KillAsync();
            await Task.WhenAll(crashes.Select(crash => crash.RecoverAsync()));
        }
    }

    [TownFact(OnlyInFull = true)]
    public async Task Killed_again_and_again_it_still_gets_there()
    {
        await using var town = await FaultTown.OpenAsync(residents: 1, seed: 1);
        var now = Eight;
        foreach (var point in (string[])["after-claim", "before-call", "before-call"])
        {
            await using var child = ChildNode.Start();
            await (await OpenAsync(child, town, now, point)).ComesToStandAsync("tick", Text(now));
            await child.KillAsync();
            now += AMinute;
        }

        var last = await OpenAsync(ChildNode.Survivor, town, now);
        await last.LiveAsync(FaultTown.Noon);
        await last.CloseAsync();

        FaultTable.Note("killed three times in a row", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 0));
    }

    private sealed record Crash(string Point, FaultTown Town, ChildHouse Other)
    {
        /// <summary>Two houses on one town: the first comes to stand at its point, the other had nothing to do until then.</summary>
        public static async Task<Crash> PrepareAsync(string point, int seed, ChildNode first)
        {
            var dice = new Random(seed);
            var residents = dice.Next(3, 13);
            var town = await FaultTown.OpenAsync(residents, seed, planned: point is not InPlanning);
            var passing = point is "before-call" or "after-call" ? dice.Next(1, residents + 1) : 1;
            var house = await OpenAsync(first, town, Eight, point, passing);
            if (point is InTurn)
            {
                await house.DoneAsync("say", FaultTown.Name(0), "m1", "hoe laat is het");
            }

            await house.ComesToStandAsync(point is InPlanning ? "plan" : "tick", Text(Eight));
            var other = await OpenAsync(ChildNode.Survivor, town, Eight);
            return new Crash(point, town, other);
        }

        public async Task RecoverAsync()
        {
            await using var town = Town;
            if (Point is InPlanning)
            {
                await Other.DoneAsync("plan", Text(Eight));
            }

            await Other.LiveAsync(Eight + AMinute);
            var sent = await town.Small.ReadAsync(db => db.Set<OutboundMessage>().Select(m => m.SentAt).ToListAsync());
            Assert.Equal(town.Residents + (Point is InTurn ? 1 : 0), sent.Count(at => at <= Eight + AMinute));
            await Other.LiveAsync(FaultTown.Noon);
            FaultTable.Note($"killed {Point}", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 1), sent.Max() - Eight);
            await Other.CloseAsync();
        }
    }
}
