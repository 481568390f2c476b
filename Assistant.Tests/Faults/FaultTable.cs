using System.Collections.Concurrent;
using System.Globalization;
using Assistant.Tests.House;
using Assistant.Tests.Town;
using Xunit.Sdk;

namespace Assistant.Tests.Faults;

/// <summary>How often each fault was made on each database and what came of it, kept in <c>TestResults/faults.txt</c>.</summary>
internal static class FaultTable
{
    private static readonly ConcurrentDictionary<(string Fault, string Database), List<(Reckoning Counts, TimeSpan? TakenOver)>> Made = [];
    private static readonly Lock Gate = new();

    /// <summary>How often each fault is made: once, and 20 times in the full suite.</summary>
    public static int Runs { get; } = Suite.IsFull ? 20 : 1;

    /// <summary>Writes down what came of one more fault; anything that may not be fails the test.</summary>
    public static void Note(string fault, Reckoning reckoning, TimeSpan? takenOver = null)
    {
        lock (Gate)
        {
            Made.GetOrAdd((fault, TownStore.Current.Name()), _ => []).Add((reckoning, takenOver));
            var folder = Directory.CreateDirectory(Path.Combine(SourceTree.Root, "TestResults"));
            File.WriteAllLines(Path.Combine(folder.FullName, "faults.txt"), Lines());
        }

        if (reckoning.Wrong.Count > 0)
        {
            throw new XunitException($"After {fault}:{Environment.NewLine}{string.Join(Environment.NewLine, reckoning.Wrong.Take(20))}");
        }
    }

    private static IEnumerable<string> Lines() =>
        Made.OrderBy(one => one.Key.Fault, StringComparer.Ordinal).ThenBy(one => one.Key.Database, StringComparer.Ordinal)
            .Select(one => Line(one.Key, one.Value))
            .Prepend(Line("fault", "database", "runs", "looked at", "lost", "doubled", "late", "taken over"));

    private static string Line((string Fault, string Database) what, List<(Reckoning Counts, TimeSpan? TakenOver)> runs) => Line(
        what.Fault, what.Database, runs.Count, runs.Sum(r => r.Counts.Occurrences), runs.Sum(r => r.Counts.Lost),
        runs.Sum(r => r.Counts.Doubled), runs.Sum(r => r.Counts.Late),
        runs.Max(r => r.TakenOver) is { } slowest ? $"in {slowest.TotalSeconds:F0} s" : "");

    private static string Line(params ReadOnlySpan<object> cells) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cells[0],-42} {cells[1],-10} {cells[2],5} {cells[3],10} {cells[4],5} {cells[5],8} {cells[6],5} {cells[7],11}").TrimEnd();
}
