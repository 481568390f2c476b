using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

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
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program) { WorkingDirectory = run.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. run.Arguments, $"--Urls={url}", $"--Data:Path={Path.Combine(run.Folder, "data", "assistant.db")}"])
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await ListeningAsync(url, process);
            Console.WriteLine($"{name,-12} listening after {watch.Elapsed.TotalSeconds:F2} s");
            using var timer = new PeriodicTimer(Settled);
            await timer.WaitForNextTickAsync();
            Console.WriteLine($"{name,-12} {Resident(process.Id) / 1024} MB resident {Settled.TotalSeconds} s later");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
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

    // The kernel's own number, in KB: Process.WorkingSet64 is read once and kept.
    private static long Resident(int process) =>
        File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).Single();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
