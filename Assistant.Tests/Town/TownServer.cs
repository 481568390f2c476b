using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Assistant.Tests.Town;

/// <summary>A real PostgreSQL that gives each town a database of its own.</summary>
/// <remarks>
/// The towns of one test run share one server, started when the first asks; a test that stops its server starts one for
/// itself. <c>ASSISTANT_POSTGRES</c> is the connection string of a server that is there already. A database is a copy of
/// one that the product's own start migrated.
/// </remarks>
internal sealed class TownServer : IAsyncDisposable
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("ASSISTANT_POSTGRES") is { Length: > 0 } text ? text : null;
    private static readonly Lazy<Task<TownServer>> TheShared = new(OpenSharedAsync);

    // Several test runs may share a server that was given.
    private readonly string name = $"town_{Environment.ProcessId}";
    private readonly PostgresProcess? process;
    private readonly string server;
    private readonly Lazy<Task<string>> template;
    private int made;

    private TownServer(PostgresProcess? process, string server)
    {
        (this.process, this.server) = (process, server);
        template = new(MigrateAsync);
    }

    /// <summary>Why there is no PostgreSQL for tests here, and how to get it; null when there is one.</summary>
    public static string? Missing { get; } =
        Given is null && PostgresProcess.Programs is null ? "Needs PostgreSQL: apt-get install postgresql." : null;

    /// <summary>The server that all towns share.</summary>
    public static Task<TownServer> SharedAsync() => TheShared.Value;

    /// <summary>A server for one test, which may stop and start it.</summary>
    public static async Task<TownServer> StartAsync()
    {
        var process = await PostgresProcess.StartAsync();
        var address = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={process.Port};Username=town;Database=postgres");
        return new TownServer(process, address);
    }

    /// <summary>A database with all tables and no rows; <see cref="Drop"/> it afterwards.</summary>
    public async Task<StoreAddress.Postgres> CopyAsync()
    {
        var database = $"{name}_{Interlocked.Increment(ref made)}";
        Run($"CREATE DATABASE {database} TEMPLATE {await template.Value}");
        return At(database);
    }

    /// <summary>A database without a table; <see cref="Drop"/> it afterwards.</summary>
    public StoreAddress.Postgres Empty()
    {
        var database = $"{name}_{Interlocked.Increment(ref made)}";
        Run($"CREATE DATABASE {database}");
        return At(database);
    }

    /// <summary>Closes our connections to this database and removes it.</summary>
    public void Drop(StoreAddress.Postgres database)
    {
        Forget(database);
        Run($"DROP DATABASE {new NpgsqlConnectionStringBuilder(database.ConnectionString).Database} WITH (FORCE)");
    }

    /// <summary>Stops a server of one's own: gently, or as when its machine falls over.</summary>
    public Task StopAsync(bool atOnce = false) => Process.StopAsync(atOnce);

    /// <summary>Starts it again, with what it held, at the same address.</summary>
    public Task StartAgainAsync() => Process.RunAsync();

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private PostgresProcess Process => process ?? throw new InvalidOperationException("This server is not ours to stop.");

    private static async Task<TownServer> OpenSharedAsync()
    {
        if (Given is null)
        {
            return await StartAsync();
        }

        var given = new TownServer(null, Given);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => given.Run($"DROP DATABASE IF EXISTS {given.name}_template WITH (FORCE)");
        return given;
    }

    // The town's connections wait for each other in a small pool, for many towns are open at a time.
    private StoreAddress.Postgres At(string database) =>
        new(new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ConnectionString);

    private async Task<string> MigrateAsync()
    {
        var database = $"{name}_template";
        Run($"CREATE DATABASE {database}");
        var address = At(database);
        await using var services = new ServiceCollection().AddStore(address, BotSetup.Tables, TownFile.Ring).BuildServiceProvider();
        await StoreSetup.MigrateAsync(services.GetRequiredService<IDbContextFactory<AssistantDb>>(), address, CancellationToken.None);
        Forget(address);
        return database;
    }

    // The product adds its own settings to a connection string, and with them it has a pool of its own.
    private static void Forget(StoreAddress.Postgres database)
    {
        using var db = new DbContext(StoreSetup.Use(new DbContextOptionsBuilder(), database).Options);
        foreach (var connection in (string[])[database.ConnectionString, db.Database.GetConnectionString() ?? ""])
        {
            using var pool = new NpgsqlConnection(connection);
            NpgsqlConnection.ClearPool(pool);
        }
    }

    // Not out of a pool: what lies in one is dead when the server has been away.
    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
