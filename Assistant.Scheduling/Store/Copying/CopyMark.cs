using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store.Copying;

/// <summary>A mark on a store that is being filled by a copy: as long as it is there, its rows are not all of them.</summary>
/// <remarks>A table of its own and no row, so that it can stand before there is any other table.</remarks>
public static class CopyMark
{
    private const string Table = "__AssistantCopy";

    /// <summary>Whether a copy into this store was begun and not brought to its end.</summary>
    public static async Task<bool> IsThereAsync(AssistantDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<int>(db.Database.IsNpgsql()
            ? $"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename = '{Table}'"
            : $"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '{Table}'").SingleAsync(cancellationToken) > 0;

    /// <summary>Sets it.</summary>
    internal static Task SetAsync(AssistantDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync($"CREATE TABLE IF NOT EXISTS \"{Table}\" (\"Id\" INTEGER)", cancellationToken);

    /// <summary>Takes it away: the copy is whole.</summary>
    internal static Task LiftAsync(AssistantDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync($"DROP TABLE \"{Table}\"", cancellationToken);
}
