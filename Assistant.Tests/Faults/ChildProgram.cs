using System.Diagnostics;
using Assistant.Tests.Town;

namespace Assistant.Tests.Faults;

/// <summary>The program itself, in a process of its own, as whoever runs it starts it.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process process;

    private ChildProgram(Process process) => this.process = process;

    /// <summary>Starts it with these arguments and the town's keys.</summary>
    public static ChildProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Secrets__Keys"] = TownFile.Keys.Replace('\n', ';');
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Assistant.Bot.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProgram(Process.Start(start) ?? throw new InvalidOperationException("The child does not start."));
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Waits for its end.</summary>
    public async Task<(int Status, string Output, string Error)> EndAsync()
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Null(Ears.NamedIn(await error));
        return (process.ExitCode, await output, await error);
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
}
