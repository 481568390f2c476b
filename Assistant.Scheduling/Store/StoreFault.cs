using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>Tells a store that cannot take anything now from a row that it will never take.</summary>
public static class StoreFault
{
    // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN. Source: sqlite.org/rescode.html.
    private static readonly int[] Passing = [5, 6, 10, 13, 14];

    /// <summary>Whether the store is away for now: locked by another, full, or not to be reached. Trying later may help.</summary>
    public static bool IsAway(Exception? fault) => fault switch
    {
        SqliteException sqlite => Passing.Contains(sqlite.SqliteErrorCode),
        DbException other => other.IsTransient,
        DbUpdateException update => IsAway(update.InnerException),
        InvalidOperationException { InnerException: DbException inner } => IsAway(inner),
        _ => false,
    };
}
