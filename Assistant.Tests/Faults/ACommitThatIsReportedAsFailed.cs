using Assistant.Tests.Town;
using static Assistant.Tests.Faults.ChildHouse;

namespace Assistant.Tests.Faults;

/// <summary>The database did what it was told, and the word of it never came: what was done must not be done again.</summary>
public sealed class ACommitThatIsReportedAsFailed
{
    private static readonly string[] Jobs = ["PromptDueReminders", "SendOutbox", "AnswerInbox", "PlanTheDay", "EscalateConcerns"];
    private static readonly string[] Words = ["lie", "word"];

    [TownFact(OnlyInFull = true)]
    public async Task Nothing_is_done_a_second_time()
    {
        // Each job in turn; the line breaks, or the server says that it was told to stop.
        foreach (var some in Enumerable.Range(0, Math.Max(FaultTable.Runs, Jobs.Length)).Chunk(Jobs.Length))
        {
            await Task.WhenAll(some.Select(run => LieAsync($"{Words[run / Jobs.Length % 2]}-{Jobs[run % Jobs.Length]}", run)));
        }
    }

    private static async Task LieAsync(string lie, int seed)
    {
        var isPlanning = lie.EndsWith("PlanTheDay", StringComparison.Ordinal);
        await using var town = await FaultTown.OpenAsync(residents: 3 + (seed % 9), seed, planned: !isPlanning);
        var house = await OpenAsync(ChildNode.Survivor, town, FaultTown.Eight.AddHours(-1), lie);
        await house.DoneAsync("plan", Text(FaultTown.Eight.AddHours(-1)));
        await house.DoneAsync("plan", Text(FaultTown.Eight));
        await house.DoneAsync("say", FaultTown.Name(0), "m1", "hoe laat is het");

        await house.LiveAsync(FaultTown.Noon);

        await house.CloseAsync();
        FaultTable.Note("a commit reported as failed", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 0));
    }
}
