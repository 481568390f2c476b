using System.Globalization;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Load;

/// <summary>A house in a process of its own, whose message sender says where it stands, so that a test can kill it there.</summary>
/// <remarks>
/// The file was made by the test, its keys stand in <c>Secrets__Keys</c> as for the program. The clock stands at what the first line of standard input says. What is sent is a
/// line of the file SENT, written through to the disk before the channel answers.
/// </remarks>
internal static class CrashingHouse
{
    public static async Task<int> RunAsync(string point, string file, string sent)
    {
        var now = DateTimeOffset.Parse(Console.ReadLine() ?? "", CultureInfo.InvariantCulture);
        await using var house = new LoadHouse(
            file, new RunningClock(now), _ => new StoppingSender(point, sent),
            KeyRing.Parse(Environment.GetEnvironmentVariable("Secrets__Keys") ?? ""));
        if (point is "never")
        {
            await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        }

        await house.Ticker.TickAsync(CancellationToken.None);
        Console.WriteLine("done");
        return 0;
    }

    private sealed class StoppingSender(string point, string sent) : IMessageSender
    {
        private readonly Lock gate = new();

        public async Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            await StopAtAsync("before-send");
            lock (gate)
            {
                using var file = new FileStream(sent, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                file.Write(System.Text.Encoding.UTF8.GetBytes($"{message.DedupeKey} {message.Saying.Key} {message.Attempt}\n"));
                file.Flush(flushToDisk: true);
            }

            await StopAtAsync("after-send");
            return new DeliveryOutcome.Accepted(null, message.Saying.Key);
        }

        // Says so and waits to be killed.
        private async Task StopAtAsync(string here)
        {
            if (point == here)
            {
                Console.WriteLine(here);
                await new TaskCompletionSource().Task;
            }
        }
    }
}
