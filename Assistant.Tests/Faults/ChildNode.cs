using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assistant.Tests.House;
using Assistant.Tests.Town;

namespace Assistant.Tests.Faults;

/// <summary>A node in a process of its own, which keeps houses of the product, and can be killed as by a power cut.</summary>
internal sealed class ChildNode : IAsyncDisposable
{
    /// <summary>How long an answer may take before the test gives up on it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<ChildNode> TheSurvivor = new(Start);

    private readonly Process process;
    private readonly Task reading;
    private readonly StringBuilder errors = new();
    private int orders;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> awaited = [];

    private ChildNode(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        reading = ReadAsync();
    }

    /// <summary>The one that nothing happens to: all tests share it, and it ends with them.</summary>
    public static ChildNode Survivor => TheSurvivor.Value;

    public static ChildNode Start()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { Program, "houses" },
        };
        start.Environment["Secrets__Keys"] = TownFile.Keys;
        // It lives for seconds: what makes a long life faster only makes this one slower.
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new ChildNode(Process.Start(start) ?? throw new InvalidOperationException("The child does not start."));
    }

    /// <summary>Gives a house of it an order, and waits for the answer.</summary>
    public async Task<string> AskAsync(string house, params IReadOnlyList<string> order)
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (process)
        {
            var tag = string.Create(CultureInfo.InvariantCulture, $"{house}#{orders++}");
            awaited[tag] = answer;
            process.StandardInput.WriteLine(string.Join('\t', [tag, .. order]));
        }

        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Ends it as a power cut would: <c>SIGKILL</c>, no last word.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    /// <summary>What it complained of.</summary>
    public override string ToString()
    {
        lock (errors)
        {
            return errors.ToString();
        }
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var (tag, answer) = line.Split('\t') is [var first, var second] ? (first, second) : ("", line);
            if (awaited.TryRemove(tag, out var waiting))
            {
                waiting.SetResult(answer);
            }
        }

        foreach (var (tag, waiting) in awaited)
        {
            waiting.TrySetException(new InvalidOperationException($"The child ended before {tag} was answered: {this}"));
        }
    }

    private void Keep(string? line)
    {
        lock (errors)
        {
            errors.AppendLine(line);
        }
    }

    // Built with the tests, into the folder beside theirs.
    private static string Program => Path.Combine(
        SourceTree.Root, "Assistant.Tests", "Load", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0", "Assistant.Load.dll");
}
