using System.Globalization;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Npgsql;

namespace Assistant.Load;

/// <summary>A store to measure on, gone when the measuring is over: a file, or a database of a server of its own.</summary>
/// <remarks>The server syncs as a real one does. <c>ASSISTANT_POSTGRES</c> names one that is there already.</remarks>
internal sealed class LoadStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("load-");
    private readonly PostgresProcess? server;
    private readonly string? given;
    private readonly List<string> copies = [];

    private LoadStore(PostgresProcess? server, string? address)
    {
        this.server = server;
        given = address;
        Address = address is null
            ? new StoreAddress.SqliteFile(Path.Combine(folder.FullName, "load.db"))
            : new StoreAddress.Postgres(new NpgsqlConnectionStringBuilder(address) { Database = Database }.ConnectionString);
    }

    public StoreAddress Address { get; }

    private static string Database => $"load_{Environment.ProcessId}";

    public static async Task<LoadStore> OpenAsync(bool onPostgres)
    {
        if (!onPostgres)
        {
            return new LoadStore(null, null);
        }

        var given = Environment.GetEnvironmentVariable("ASSISTANT_POSTGRES");
        var server = string.IsNullOrEmpty(given) ? await PostgresProcess.StartAsync(syncs: true) : null;
        var store = new LoadStore(server, server is null
            ? given
            : string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={server.Port};Username=town;Database=postgres"));
        await store.RunAsync($"CREATE DATABASE {Database}");
        return store;
    }

    /// <summary>Another database of the server, that begins as this one is now.</summary>
    public async Task<StoreAddress.Postgres> CopyAsync()
    {
        NpgsqlConnection.ClearAllPools();
        var copy = $"{Database}_{copies.Count + 1}";
        await RunAsync($"CREATE DATABASE {copy} TEMPLATE {Database}");
        copies.Add(copy);
        return new StoreAddress.Postgres(new NpgsqlConnectionStringBuilder(given) { Database = copy }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var database in given is null ? [] : copies.Append(Database))
        {
            await RunAsync($"DROP DATABASE {database} WITH (FORCE)");
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(given) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
