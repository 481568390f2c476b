using Assistant.Bot.Commands;
using Assistant.Bot.Hosting.Demo;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Commands.Keeping;

/// <summary>What a verb printed, and how it ended.</summary>
internal sealed record Run(int Status, string Output, string Error)
{
    /// <summary>It was stopped by one sentence with a hint, and said nothing else.</summary>
    public void IsStoppedBy(string words)
    {
        Assert.Equal((2, ""), (Status, Output));
        Assert.Contains(words, Error, StringComparison.Ordinal);
        Assert.Contains("Hint:", Error, StringComparison.Ordinal);
        Assert.Single(Error.TrimEnd().Split('\n'));
    }
}

/// <summary>The verbs of whoever runs the program, on a town's store with the town's keys.</summary>
internal static class Verbs
{
    public static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");

    public static async Task<Run> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await CommandLine.RunAsync(
            args, new Terminal(TextReader.Null, output, error, new FakeClock(Now)), (_, _) => throw new InvalidOperationException("It serves."));
        return new Run(status, output.ToString(), error.ToString());
    }

    /// <summary>With the settings that mean this store.</summary>
    public static Task<Run> OnAsync(StoreAddress store, params string[] args) =>
        RunAsync([.. args, $"--Secrets:Keys={TownFile.Keys.Replace('\n', ';')}", Setting(store)]);

    /// <summary>The setting that means this store.</summary>
    public static string Setting(StoreAddress store) => store switch
    {
        StoreAddress.SqliteFile file => $"--Data:Path={file.Path}",
        StoreAddress.Postgres server => $"--ConnectionStrings:Assistant={server.ConnectionString}",
        _ => throw new InvalidOperationException(store.ToString()),
    };

    /// <summary>People with names, a way in, medicines and a plan.</summary>
    public static Task FillAsync(IDbContextFactory<AssistantDb> contexts) =>
        DemoNeighbourhood.SettleAsync(contexts, Now, CancellationToken.None);
}
