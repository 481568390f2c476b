using Assistant.Bot.Hosting;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Town;

/// <summary>A database file in a folder of its own: migrated once by the product's own start, then copied for each town.</summary>
internal sealed class TownFile : IDisposable
{
    private static readonly Lazy<Task<byte[]>> Template = new(MigrateAsync);

    /// <summary>The text of the keys of every town.</summary>
    public static string Keys { get; } = KeyRing.NewText(DateTimeOffset.UnixEpoch);

    /// <summary>The keys of every town: one ring, so that they share one model.</summary>
    public static KeyRing Ring { get; } = KeyRing.Parse(Keys);

    private TownFile(string folder) => Folder = folder;

    public string Folder { get; }

    public string Path => System.IO.Path.Combine(Folder, "town.db");

    public StoreAddress Address => new StoreAddress.SqliteFile(Path);

    public static async Task<TownFile> CopyAsync()
    {
        var file = Empty();
        await File.WriteAllBytesAsync(file.Path, await Template.Value);
        return file;
    }

    /// <summary>A folder without a database in it yet.</summary>
    public static TownFile Empty() => new(Scratch.Folder("town"));

    /// <summary>Contexts on this file, set up as the product sets them up.</summary>
    public IDbContextFactory<AssistantDb> Contexts(KeyRing? ring = null) => new ServiceCollection()
        .AddStore(Address, BotSetup.Tables, ring ?? Ring).BuildServiceProvider().GetRequiredService<IDbContextFactory<AssistantDb>>();

    public void Dispose()
    {
        StoreSetup.LetGo(new StoreAddress.SqliteFile(Path));
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<byte[]> MigrateAsync()
    {
        using var file = Empty();
        await StoreSetup.MigrateAsync(file.Contexts(), file.Address, CancellationToken.None);
        await using (var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return await File.ReadAllBytesAsync(file.Path);
    }
}
