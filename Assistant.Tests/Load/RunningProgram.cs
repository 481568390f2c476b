using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Assistant.Load;

/// <summary>A published program in a process of its own, listening on a free port of this machine.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;

    private RunningProgram(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    public int Id => process.Id;

    /// <summary>What it used of the processor until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it in this folder and waits until it listens.</summary>
    public static async Task<RunningProgram> StartAsync(string program, string folder, IEnumerable<string> arguments)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments.Append($"--Urls={url}"))
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = new RunningProgram(process, url);
        await ListeningAsync(url, process);
        return running;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task ListeningAsync(string url, Process process)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{url}/healthz"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await timer.WaitForNextTickAsync();
            }
        }

        throw new InvalidOperationException($"The program ended with status {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
