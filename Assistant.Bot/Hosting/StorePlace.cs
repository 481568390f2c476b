using Assistant.Scheduling.Store;

namespace Assistant.Bot.Hosting;

/// <summary>Which store holds the rows: the real one, or the demo's own file beside it.</summary>
/// <param name="Address">The store.</param>
/// <param name="Folder">Where files of ours belong: keys, the demo.</param>
/// <param name="IsDemo">Whether it is the demo's, to be made anew at each start.</param>
internal sealed record StorePlace(StoreAddress Address, string Folder, bool IsDemo)
{
    public static StorePlace Of(IConfiguration configuration)
    {
        var path = configuration["Data:Path"] ?? "data/assistant.db";
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new StartupFault("Data:Path is empty.", "Give a file name such as data/assistant.db.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        if (DemoMode.IsOn(configuration))
        {
            return new StorePlace(new StoreAddress.SqliteFile(Path.Combine(folder, "demo.db")), folder, true);
        }

        return configuration.GetConnectionString("Assistant") is { Length: > 0 } server
            ? new StorePlace(new StoreAddress.Postgres(Checked(server, "ConnectionStrings:Assistant")), folder, false)
            : new StorePlace(new StoreAddress.SqliteFile(path), folder, false);
    }

    /// <summary>Takes away the demo of last time, and makes its folder where it is missing; never called for the real store.</summary>
    public void StartAfresh()
    {
        if (!IsDemo || Address is not StoreAddress.SqliteFile file)
        {
            throw new InvalidOperationException("Only the demo starts afresh.");
        }

        Directory.CreateDirectory(Folder);
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file.Path + part);
        }
    }

    /// <summary>A connection string that names a server at least.</summary>
    /// <exception cref="StartupFault">It is none; said without repeating it, for it may hold a password.</exception>
    public static string Checked(string server, string setting)
    {
        try
        {
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(server);
            return string.IsNullOrEmpty(parts.Host)
                ? throw new StartupFault($"{setting} names no server.", Example)
                : server;
        }
        catch (ArgumentException)
        {
            throw new StartupFault($"{setting} is not a PostgreSQL connection string.", Example);
        }
    }

    private const string Example = "Write Host=localhost;Database=assistant;Username=assistant;Password=...";
}
