using System.Data.Common;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Assistant.Tests.Town;

/// <summary>Where one town keeps its rows: a file or a database of its own, with all tables, gone when the town closes.</summary>
internal sealed class TownStore : IDisposable
{
    private static readonly AsyncLocal<StoreKind> Chosen = new();

    private readonly TownFile file;
    private readonly Action close;

    private TownStore(TownFile file, StoreAddress address, Action close) => (this.file, Address, this.close) = (file, address, close);

    /// <summary>The kind of store that the test now running is to be played on; see <see cref="TownFactAttribute"/>.</summary>
    public static StoreKind Current
    {
        get => Chosen.Value;
        set => Chosen.Value = value;
    }

    public StoreAddress Address { get; }

    /// <summary>A folder of the town's own, whatever the store.</summary>
    public string Folder => file.Folder;

    /// <summary>The database file, where there is one.</summary>
    public string Path => Address is StoreAddress.SqliteFile here ? here.Path : throw new InvalidOperationException("This town keeps no file.");

    public static async Task<TownStore> OpenAsync() =>
        Current is StoreKind.Postgres ? await OnAsync(await TownServer.SharedAsync()) : On(await TownFile.CopyAsync());

    /// <summary>For constructors, which cannot wait.</summary>
    public static TownStore Open() => Task.Run(OpenAsync).GetAwaiter().GetResult();

    /// <summary>On a server of one's own.</summary>
    public static async Task<TownStore> OnAsync(TownServer server)
    {
        var database = await server.CopyAsync();
        return new(TownFile.Empty(), database, () => server.Drop(database));
    }

    /// <summary>Contexts on this store, set up as the product sets them up.</summary>
    public IDbContextFactory<AssistantDb> Contexts(KeyRing? ring = null) => new ServiceCollection()
        .AddStore(Address, BotSetup.Tables, ring ?? TownFile.Ring).BuildServiceProvider().GetRequiredService<IDbContextFactory<AssistantDb>>();

    /// <summary>Somebody else writes to this store, and nobody can beside him until he is gone.</summary>
    public async Task<IAsyncDisposable> HoldAsync()
    {
        DbConnection other = Address is StoreAddress.Postgres server
            ? new NpgsqlConnection($"{server.ConnectionString};Pooling=False")
            : new SqliteConnection($"Data Source={Path};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = Address is StoreAddress.Postgres
            ? "BEGIN; DO $$ DECLARE one regclass; BEGIN FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP EXECUTE 'LOCK TABLE ' || one || ' IN EXCLUSIVE MODE'; END LOOP; END $$"
            : "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    public void Dispose()
    {
        close();
        file.Dispose();
    }

    private static TownStore On(TownFile file) => new(file, file.Address, () => { });
}
