using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Scheduling.Store;

/// <summary>Opens the store and brings its tables up to date.</summary>
public static class StoreSetup
{
    /// <summary>Registers a factory of contexts on the SQLite file at <paramref name="path"/> with every room's tables.</summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, string path, StoreTables tables)
    {
        services.AddSingleton(tables);
        services.AddDbContextFactory<AssistantDb>(options => UseSqliteFile(options, path));
        return services;
    }

    /// <summary>Points these options at a SQLite file, with the settings every connection of ours has.</summary>
    public static DbContextOptionsBuilder UseSqliteFile(DbContextOptionsBuilder options, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true };
        return options.UseSqlite(connection.ConnectionString).AddInterceptors(new SqlitePragmas());
    }

    /// <summary>Makes the file and its folder where they are missing, and applies the migrations that are new.</summary>
    /// <remarks>
    /// A process that was killed in mid-migration leaves EF's lock row behind and the next start would wait for ever;
    /// so a lock on a file beside the database decides who migrates, and whoever holds it removes a stale row.
    /// </remarks>
    /// <exception cref="IOException">The folder or file cannot be written.</exception>
    public static async Task MigrateAsync(
        IDbContextFactory<AssistantDb> contexts, string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var onlyOne = await FileTurn.TakeAsync(full + ".migrating", cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
