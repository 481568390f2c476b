using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assistant.Tests.Faults;

/// <summary>That the database of some towns is away: its server has fallen over, or another holds the file.</summary>
internal sealed class Outage : IAsyncDisposable
{
    private readonly TownServer? server;
    private readonly List<SqliteConnection> held = [];

    private Outage(TownServer? server) => this.server = server;

    /// <summary>A server of one's own to stop; null where a file is the store.</summary>
    public static async Task<TownServer?> ServerAsync() =>
        TownStore.Current is StoreKind.Postgres ? await TownServer.StartAsync() : null;

    /// <summary>Takes the store of these towns away, at once, until this is disposed of.</summary>
    public static async Task<Outage> BeginAsync(TownServer? server, params IReadOnlyList<FaultTown> towns)
    {
        var outage = new Outage(server);
        if (server is not null)
        {
            await server.StopAsync(atOnce: true);
            return outage;
        }

        foreach (var file in towns.Select(town => town.Small.Address).OfType<StoreAddress.SqliteFile>())
        {
            var other = new SqliteConnection($"Data Source={file.Path};Pooling=False");
            outage.held.Add(other);
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
        }

        return outage;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var other in held)
        {
            await other.DisposeAsync();
        }

        if (server is not null)
        {
            await server.StartAgainAsync();

            // What lies in the test's own pools is dead.
            NpgsqlConnection.ClearAllPools();
        }
    }
}
