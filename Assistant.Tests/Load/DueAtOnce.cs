using System.Diagnostics;
using System.Globalization;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Load;

/// <summary>Everybody's pills at eight: so many reminders due at one instant, from claim to record.</summary>
/// <remarks>
/// The whole path of the product but the channel: claim, decide, outbox, claim, words, an empty channel, record. The
/// metronome beats as in the program, each job in a loop of its own. Late is the time from eight to the empty channel.
/// </remarks>
internal static class DueAtOnce
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Where(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault(10_000);
        await using var store = await LoadStore.OpenAsync(onPostgres: arguments.Contains("--postgres"));
        var clock = new RunningClock(Street.Eight.AddHours(-1));
        var channel = new NullChannel(Street.Eight, count);
        await using var house = new LoadHouse(
            store.Address, clock, _ => new WordedSender(clock, channel), KeyRing.Parse(KeyRing.NewText(Street.Eight)));
        await house.MigrateAsync();
        await Street.SettleAsync(house.Contexts, count);
        var planning = await MeasureAsync(() => house.Get<PlanTheDay>().RunAsync(CancellationToken.None));
        Console.WriteLine($"planning   {count:N0} residents in {planning.TotalSeconds:F1} s");
        await MeasureDueAsync(house, clock, channel, count);
        return 0;
    }

    private static async Task MeasureDueAsync(LoadHouse house, RunningClock clock, NullChannel channel, int count)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        clock.MoveTo(Street.Eight);
        using var stop = new CancellationTokenSource();
        var due = await MeasureAsync(async () =>
        {
            await house.Ticker.StartAsync(stop.Token);
            await channel.AllArrived;
            await house.Ticker.StopAsync(stop.Token);
            await house.Ticker.TickAsync(CancellationToken.None);
            return 0;
        });
        await using var db = await house.Contexts.CreateDbContextAsync();
        var recorded = await db.Set<OutboundMessage>().CountAsync(m => m.State == MessageState.Accepted);
        var late = channel.Late.Order().ToList();
        Console.WriteLine($"due        {count:N0} at one instant, {recorded:N0} recorded as sent, in {due.TotalSeconds:F2} s");
        Console.WriteLine($"rate       {count / due.TotalSeconds:N0} a second (target 2,500)");
        Console.WriteLine($"late       p50 {At(late, 0.50):F2} s, p99 {At(late, 0.99):F2} s, most {At(late, 1):F2} s (target p99 5 s)");
        Console.WriteLine($"processor  {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds:F1} s on {Environment.ProcessorCount} cores");
    }

    private static async Task<TimeSpan> MeasureAsync(Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static double At(List<double> sorted, double quantile) => sorted[(int)Math.Ceiling(quantile * sorted.Count) - 1];
}
