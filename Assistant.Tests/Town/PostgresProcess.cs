using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Assistant.Tests.Town;

/// <summary>A PostgreSQL server in a temporary folder, that ends with whoever started it.</summary>
/// <remarks>
/// A small shell starts the server and then reads from us. It hears a word, or that we are gone, however we went;
/// then it stops the server, and takes the folder away when no word was said.
/// </remarks>
internal sealed class PostgresProcess : IAsyncDisposable
{
    private const string Shell =
        """
        exec 2>&1
        trap '' INT TERM HUP
        umask 077
        folder=$1 programs=$2 port=$3 careful=$4
        gone() { rm -rf "$folder"; exit 1; }
        if [ ! -d "$folder" ]; then
          mkdir "$folder" || exit 1
          "$programs/initdb" -D "$folder/data" -U town -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$folder/log" || { cat "$folder/log"; gone; }
        fi
        rm -f "$folder/data/postmaster.pid"
        "$programs/postgres" -D "$folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories="$folder" \
          -c max_connections=300 -c fsync=$careful -c full_page_writes=$careful -c autovacuum=$careful >>"$folder/log" 2>&1 &
        server=$!
        until grep -qs ready "$folder/data/postmaster.pid"; do
          kill -0 $server 2>/dev/null || { cat "$folder/log"; gone; }
          sleep 0.05
        done
        echo ready
        word=
        read -r word
        kill -${word:-QUIT} $server
        wait $server
        [ -n "$word" ] || rm -rf "$folder"
        """;

    private readonly string folder;
    private Process? shell;

    private readonly bool syncs;

    // Who measures how long a real one takes measures its disk as well.
    private PostgresProcess(bool syncs)
    {
        this.syncs = syncs;
        folder = syncs ? Path.Combine(Path.GetTempPath(), $"town-postgres-{Path.GetRandomFileName()}") : Scratch.Name("town-postgres");
    }

    /// <summary>The loopback port it listens on, the same over all its starts.</summary>
    public int Port { get; } = FreePort();

    /// <summary>The folder with its programs; null when this machine has none.</summary>
    public static string? Programs { get; } = Find();

    /// <param name="syncs">As a real one does; without it a power cut would cost the rows, and every test is faster.</param>
    public static async Task<PostgresProcess> StartAsync(bool syncs = false)
    {
        var process = new PostgresProcess(syncs);
        await process.RunAsync();
        return process;
    }

    /// <summary>Starts it on its folder, where it was stopped.</summary>
    public async Task RunAsync()
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] asItself = ["sh", "-c", Shell, "town", folder, Programs ?? "", Port.ToString(CultureInfo.InvariantCulture), syncs ? "on" : "off"];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. asItself] : asItself;
        start.FileName = command[0];
        start.WorkingDirectory = Path.GetTempPath();
        command.Skip(1).ToList().ForEach(start.ArgumentList.Add);
        shell = Process.Start(start) ?? throw new InvalidOperationException("The shell does not start.");
        if (await shell.StandardOutput.ReadLineAsync() is var first && first != "ready")
        {
            throw new InvalidOperationException($"PostgreSQL does not start: {first} {await shell.StandardOutput.ReadToEndAsync()}");
        }
    }

    /// <summary>Lets it finish what it does (<c>INT</c>), or has it fall at once (<c>QUIT</c>); the folder stays.</summary>
    public Task StopAsync(bool atOnce = false) => EndAsync(atOnce ? "QUIT" : "INT");

    public async ValueTask DisposeAsync()
    {
        if (shell is null && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        await EndAsync(null);
    }

    private async Task EndAsync(string? word)
    {
        if (shell is null)
        {
            return;
        }

        if (word is not null)
        {
            await shell.StandardInput.WriteLineAsync(word);
        }

        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
        shell = null;
    }

    private static string? Find()
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian).OrderByDescending(f => int.TryParse(Path.GetFileName(f), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return places.Concat(versions.Select(version => Path.Combine(version, "bin")))
            .FirstOrDefault(place => File.Exists(Path.Combine(place, "postgres")) && File.Exists(Path.Combine(place, "initdb")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
