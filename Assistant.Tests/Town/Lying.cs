using System.Text;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Town;

/// <summary>What lies in a store, as whoever copied it would find it.</summary>
internal static class Lying
{
    /// <summary>Every byte of a file and of its journal, or every value of every table of a server; in small letters.</summary>
    public static async Task<string> InAsync(TownStore store) => store.Address is StoreAddress.SqliteFile file
        ? Bytes(file.Path) + Bytes(file.Path + "-wal")
        : await ValuesAsync(store);

    private static string Bytes(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes).ToLowerInvariant();
    }

    private static async Task<string> ValuesAsync(TownStore store)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var all = new StringBuilder();
        foreach (var table in await db.Database.SqlQueryRaw<string>("SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").ToListAsync())
        {
            var sql = $"SELECT t::text AS \"Value\" FROM \"{table}\" t";
            all.AppendJoin('\n', await db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        }

        return all.ToString().ToLowerInvariant();
    }
}
