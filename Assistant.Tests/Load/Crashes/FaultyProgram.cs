using System.Collections.Concurrent;
using System.Globalization;
using Assistant.Scheduling.Store;

namespace Assistant.Load.Crashes;

/// <summary>A program of its own that keeps houses, and does with each what it is told on standard input; made to be killed.</summary>
/// <remarks>
/// An order is a line HOUSE#N, WORD and what the word needs, with tabs between; <c>open STORE PAPER NOW POINT PASSING</c>
/// comes first, and <c>close</c> last. Each is answered by a line HOUSE#N, ANSWER: <c>done N</c>, <c>stands</c> when the
/// house stands at its point and will do nothing more, or <c>fault TYPE</c>. What is ordered is begun at
/// once, whatever else is being done. Its keys stand in <c>Secrets__Keys</c>, as for the real program.
/// </remarks>
internal static class FaultyProgram
{
    private static readonly ConcurrentDictionary<string, FaultyHouse> Houses = [];

    public static async Task<int> RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var (tag, order) = line.Split('\t') is [var first, .. var rest] ? (first, rest) : ("", []);
            _ = AnswerAsync(tag, order);
        }

        return 0;
    }

    private static async Task AnswerAsync(string tag, string[] order)
    {
        string answer;
        try
        {
            answer = await DoAsync(tag.Split('#')[0], order);
        }
#pragma warning disable CA1031 // Whatever it is, the test must hear of it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(fault.ToString());
            answer = $"fault {fault.GetType().Name}";
        }

        Console.WriteLine($"{tag}\t{answer}");
    }

    private static async Task<string> DoAsync(string house, string[] order)
    {
        switch (order)
        {
            case ["open", var store, var paper, var now, var point, var passing]:
                StoreAddress address = store.Contains('=', StringComparison.Ordinal)
                    ? new StoreAddress.Postgres(store)
                    : new StoreAddress.SqliteFile(store);
                var fault = new Fault(point, int.Parse(passing, CultureInfo.InvariantCulture));
                Houses[house] = new FaultyHouse(address, paper, DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), fault);
                return "done 0";
            case ["close"] when Houses.TryRemove(house, out var closed):
                await closed.DisposeAsync();
                return "done 0";
            default:
                return await Houses[house].DoAsync(order);
        }
    }
}
