using System.Diagnostics;
using Assistant.Scheduling.Store.Copying;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Store;

/// <summary>Opens the store and brings its tables up to date.</summary>
public static class StoreSetup
{
    /// <summary>How long a writer waits for another, at the most. Unit: seconds.</summary>
    /// <remarks>Default 10: a channel that posts gives up after 15 and must have heard "later" before.</remarks>
    private const int MostSecondsForALock = 10;

    /// <summary>Registers a factory of contexts on this store with every room's tables, sealed by this ring.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services, StoreAddress address, StoreTables tables, KeyRing ring)
    {
        services.AddSingleton(tables);
        services.AddSingleton(ring);
        services.AddSingleton(address);
        return services.AddDbContextFactory<AssistantDb>(options => Use(options, address));
    }

    /// <summary>Points these options at a store, with the settings every connection of ours has.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, StoreAddress address) => (address switch
    {
        StoreAddress.SqliteFile file => options
            .UseSqlite(ConnectionTo(file))
            .AddInterceptors(new SqlitePragmas(), new WriterQueue(TimeSpan.FromSeconds(MostSecondsForALock))),
        StoreAddress.Postgres server => options.UseNpgsql(ServerConnection.Of(server, MostSecondsForALock)),
        _ => throw new UnreachableException(address.GetType().Name),
    }).ReplaceService<IModelCacheKeyFactory, ModelOfRing>().ConfigureWarnings(ToldOnce);

    /// <summary>Closes the connections that are kept to this file, and nobody else's, so that it can be taken away.</summary>
    public static void LetGo(StoreAddress.SqliteFile file)
    {
        using var connection = new SqliteConnection(ConnectionTo(file));
        SqliteConnection.ClearPool(connection);
    }

    private static string ConnectionTo(StoreAddress.SqliteFile file) => new SqliteConnectionStringBuilder
    {
        DataSource = file.Path, ForeignKeys = true, Pooling = true, DefaultTimeout = MostSecondsForALock,
    }.ConnectionString;

    // A fault is told by whoever gives up on it: what is tried again, and succeeds, is no error.
    private static void ToldOnce(WarningsConfigurationBuilder warnings) => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug));

    /// <summary>Makes what is missing of the store, and applies the migrations that are new.</summary>
    /// <remarks>
    /// SQLite: a process that was killed in mid-migration leaves EF's lock row behind and the next start would wait for
    /// ever; so a lock on a file beside the database decides who migrates, and whoever holds it removes a stale row.
    /// PostgreSQL: tables change in transactions, so a half migration does not exist; an advisory lock keeps two nodes
    /// from making the first table at once, and ends with its connection.
    /// </remarks>
    /// <exception cref="IOException">The folder or file cannot be written.</exception>
    public static async Task<MigrationOutcome> MigrateAsync(
        IDbContextFactory<AssistantDb> contexts, StoreAddress address, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (address is not StoreAddress.SqliteFile file)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);

            // Another node may be at it, for as long as that takes.
            await db.Database.ExecuteSqlRawAsync("SET lock_timeout = 0", cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtextextended('Assistant.Migrate', 0))", cancellationToken);
            var outcome = await MigrateAsync(db, cancellationToken);
            await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(hashtextextended('Assistant.Migrate', 0))", cancellationToken);
            return outcome;
        }

        var full = Path.GetFullPath(file.Path);
        if (Path.GetDirectoryName(full) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var onlyOne = await FileTurn.TakeAsync(full + ".migrating", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        return await MigrateAsync(db, cancellationToken);
    }

    private static async Task<MigrationOutcome> MigrateAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var version = await StoreVersion.ReadAsync(db, cancellationToken);
        if (version.IsNewer)
        {
            return new MigrationOutcome.MadeByNewer(version);
        }

        if (await CopyMark.IsThereAsync(db, cancellationToken))
        {
            return new MigrationOutcome.HalfCopied();
        }

        if (!version.IsOurs)
        {
            await db.Database.MigrateAsync(cancellationToken);
        }

        return new MigrationOutcome.UpToDate(version);
    }
}
