using Assistant.Tests.Town;
using static Assistant.Tests.Faults.ChildHouse;

namespace Assistant.Tests.Faults;

public sealed class TheDiskIsFull
{
    // PostgreSQL says so of itself in the same words as when it is away; a file system cannot be filled for it here.
    [FullFact]
    public async Task What_cannot_be_written_down_waits_and_goes_out_once()
    {
        await using var node = ChildNode.Start();
        for (var run = 0; run < FaultTable.Runs; run++)
        {
            await using var town = await FaultTown.OpenAsync(residents: 40, run);
            var before = node.ToString().Length;
            var house = await OpenAsync(node, town, FaultTown.Eight);
            await house.DoneAsync("room", Text(run % 5));
            var ticking = house.TickAsync(FaultTown.Eight);
            await FaultTown.UntilAsync(() => ticking.IsCompleted || node.ToString()[before..].Contains("is full", StringComparison.Ordinal));

            await house.DoneAsync("room", "any");
            await ticking;
            await house.LiveAsync(FaultTown.Noon);
            await house.CloseAsync();

            Assert.Contains("is full", node.ToString()[before..], StringComparison.Ordinal);
            FaultTable.Note("disk full", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 0));
        }
    }
}
