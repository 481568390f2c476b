using System.Diagnostics;
using System.Globalization;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Npgsql;

namespace Assistant.Load;

/// <summary>One node of the program against two, each a process of its own, on one PostgreSQL database.</summary>
/// <remarks>
/// All is due at one instant, and the channel takes 20 ms for each message. Measured from the first quarter to the
/// last record, since a process that was just started compiles first; in turns, so that both meet the same machine.
/// </remarks>
internal static class Nodes
{
    private const int Rounds = 3;
    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 4_000;
        await using var store = await LoadStore.OpenAsync(onPostgres: true);
        var keys = KeyRing.NewText(Street.Eight);
        await using (var house = House(store.Address, new RunningClock(Street.Eight.AddHours(-1)), keys))
        {
            await house.MigrateAsync();
            await Street.SettleAsync(house.Contexts, count);
            await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        }

        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await MeasureAsync(await store.CopyAsync(), keys, (1, count));
            var two = await MeasureAsync(await store.CopyAsync(), keys, (2, count));
            ratios.Add(two / one);
            Console.WriteLine($"round {round}    one node {one:N0} a second, two nodes {two:N0} a second: {two / one:F2} times");
        }

        Console.WriteLine($"nodes      {ratios.Order().ElementAt(Rounds / 2):F2} times with two (median of {Rounds}; target 1.8)");
        return 0;
    }

    /// <summary>One node, told what to do by its standard input.</summary>
    public static async Task<int> RunNodeAsync()
    {
        var clock = new RunningClock(Street.Eight.AddHours(-1));
        var address = new StoreAddress.Postgres(Environment.GetEnvironmentVariable("ConnectionStrings__Assistant") ?? "");
        await using var house = House(address, clock, Environment.GetEnvironmentVariable("Secrets__Keys") ?? "");
        await house.Ticker.TickAsync(CancellationToken.None);
        await house.Ticker.StartAsync(CancellationToken.None);
        Console.WriteLine("ready");
        Console.ReadLine();
        clock.MoveTo(Street.Eight);
        Console.ReadLine();
        await house.Ticker.StopAsync(CancellationToken.None);
        return 0;
    }

    private static LoadHouse House(StoreAddress address, TimeProvider clock, string keys) =>
        new(address, clock, _ => new SlowChannel(), KeyRing.Parse(keys));

    private static async Task<double> MeasureAsync(StoreAddress.Postgres address, string keys, (int Nodes, int Messages) run)
    {
        var nodes = Enumerable.Range(0, run.Nodes).Select(_ => Start(address, keys)).ToList();
        await Task.WhenAll(nodes.Select(node => node.StandardOutput.ReadLineAsync()));
        nodes.ForEach(node => node.StandardInput.WriteLine("go"));
        var before = await ArrivedAsync(address, run.Messages / 4);
        var watch = Stopwatch.StartNew();
        var rate = (await ArrivedAsync(address, run.Messages) - before) / watch.Elapsed.TotalSeconds;
        foreach (var node in nodes)
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync();
            node.Dispose();
        }

        return rate;
    }

    private static Process Start(StoreAddress.Postgres address, string keys)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) is "dotnet")
        {
            start.ArgumentList.Add(typeof(Nodes).Assembly.Location);
        }

        start.ArgumentList.Add("node");
        (start.Environment["ConnectionStrings__Assistant"], start.Environment["Secrets__Keys"]) = (address.ConnectionString, keys);
        return Process.Start(start) ?? throw new InvalidOperationException("A node does not start.");
    }

    private static async Task<long> ArrivedAsync(StoreAddress.Postgres address, long awaited)
    {
        await using var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT COUNT(*) FROM \"OutboundMessages\" WHERE \"State\" = 'Accepted'", connection);
        using var timer = new PeriodicTimer(Look);
        var arrived = 0L;
        while (await timer.WaitForNextTickAsync() && arrived < awaited)
        {
            arrived = (long)(await command.ExecuteScalarAsync() ?? 0L);
        }

        return arrived;
    }

    private sealed class SlowChannel : IMessageSender
    {
        public async Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            using var timer = new PeriodicTimer(Takes);
            await timer.WaitForNextTickAsync(cancellationToken);
            return new DeliveryOutcome.Accepted(null, message.Saying.Key);
        }
    }
}
