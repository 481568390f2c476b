using System.Diagnostics;
using System.Globalization;
using Assistant.Tests.House;
using Assistant.Tests.Town;

namespace Assistant.Tests.Faults;

/// <summary>A house in a process of its own, that can be killed where its message sender stands.</summary>
internal sealed class ChildHouse : IDisposable
{
    private readonly Process process;

    private ChildHouse(Process process) => this.process = process;

    /// <summary>Starts it on this file; its sender stops at <paramref name="point"/>, and writes what it sends to <paramref name="sent"/>.</summary>
    public static ChildHouse Start(string point, string file, string sent, DateTimeOffset now)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Secrets__Keys"] = TownFile.Keys;
        foreach (var argument in (string[])[Program, "crash", point, file, sent])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The child does not start.");
        process.StandardInput.WriteLine(now.ToString("O", CultureInfo.InvariantCulture));
        return new ChildHouse(process);
    }

    /// <summary>Waits until it says that it stands here.</summary>
    public async Task ReachesAsync(string word)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == word)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The child ended before {word}: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Ends it as a power cut would: <c>SIGKILL</c>, no last word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    // Built with the tests, into the folder beside theirs.
    private static string Program => Path.Combine(
        SourceTree.Root, "Assistant.Tests", "Load", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0", "Assistant.Load.dll");
}
