using System.Diagnostics;
using System.Globalization;

namespace Assistant.Load;

/// <summary>A published program as somebody starts it: how soon it listens, and what it holds when it has settled.</summary>
internal static class StartUp
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string program, string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("start-");
        try
        {
            await OnceAsync("first start", program, (arguments, folder.FullName));
            await OnceAsync("next start", program, (arguments, folder.FullName));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task OnceAsync(string name, string program, (string[] Arguments, string Folder) run)
    {
        var watch = Stopwatch.StartNew();
        using var running = await RunningProgram.StartAsync(
            program, run.Folder, [.. run.Arguments, $"--Data:Path={Path.Combine(run.Folder, "data", "assistant.db")}"]);
        Console.WriteLine($"{name,-12} listening after {watch.Elapsed.TotalSeconds:F2} s");
        using var timer = new PeriodicTimer(Settled);
        await timer.WaitForNextTickAsync();
        Console.WriteLine($"{name,-12} {Resident(running.Id) / 1024} MB resident {Settled.TotalSeconds} s later");
    }

    // The kernel's own number, in KB: Process.WorkingSet64 is read once and kept.
    private static long Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).Single();
}
