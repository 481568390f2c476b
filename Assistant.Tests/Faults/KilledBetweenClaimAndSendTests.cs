using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Faults;

public sealed class KilledBetweenClaimAndSendTests
{
    private const int Residents = 12;
    private static readonly DateTimeOffset Eight = SmallTown.Moment("2026-03-10 08:00");

    // The child's clock runs, so its lease began as much later as its start took.
    private static readonly TimeSpan AfterTheLease = RowClaim.Lease + TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData("before-send")]
    [InlineData("after-send")]
    public async Task Nothing_is_lost_and_what_may_come_twice_is_a_question(string point)
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        for (var i = 0; i < Residents; i++)
        {
            town.Resident($"resident {i}").TakesPillsAt("08:00");
        }

        await town.TickAsync();
        var sent = Path.Combine(town.Folder, "sent.txt");

        using (var first = ChildHouse.Start(point, town.StorePath, sent, Eight))
        {
            await first.ReachesAsync(point);
            await first.KillAsync();
        }

        using (var second = ChildHouse.Start("nowhere", town.StorePath, sent, Eight + AfterTheLease))
        {
            await second.ReachesAsync("done");
        }

        var lines = (await File.ReadAllLinesAsync(sent)).Select(line => line.Split(' ')).ToList();
        Assert.Equal(Residents, lines.Select(line => line[0]).Distinct().Count());
        Assert.InRange(lines.Count, Residents, Residents + Dispatcher.SideBySide);
        Assert.All(lines.GroupBy(line => line[0]), twice => Assert.InRange(twice.Count(), 1, 2));
        Assert.All(lines, line => Assert.Contains(line[1], (string[])["medication.prompt", "medication.again"]));
        var states = await town.ReadAsync(db => db.Set<OutboundMessage>().Select(m => m.State).ToListAsync());
        Assert.Equal(Enumerable.Repeat(MessageState.Accepted, Residents), states);
    }

    [Fact]
    public async Task Killed_again_and_again_it_still_gets_there()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();
        var sent = Path.Combine(town.Folder, "sent.txt");
        var now = Eight;
        foreach (var point in (string[])["before-send", "before-send", "nowhere"])
        {
            using var child = ChildHouse.Start(point, town.StorePath, sent, now);
            await child.ReachesAsync(point is "nowhere" ? "done" : point);
            await child.KillAsync();
            now += AfterTheLease;
        }

        Assert.Single(await File.ReadAllLinesAsync(sent));
    }
}
