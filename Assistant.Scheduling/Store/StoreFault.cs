using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Assistant.Scheduling.Store;

/// <summary>Tells a store that cannot take anything now from a row that it will never take.</summary>
public static class StoreFault
{
    // SQLITE_BUSY, LOCKED, IOERR, FULL, CANTOPEN. Source: sqlite.org/rescode.html.
    private static readonly int[] Passing = [5, 6, 10, 13, 14];

    // Of these SQLSTATE classes everything passes: 08 connection, 53 no disk, memory or connections left, 57P stopped or
    // starting, 58 its own machine. Source: PostgreSQL manual, appendix A.
    private static readonly string[] PassingClasses = ["08", "53", "57P", "58"];

    // A row locked longer than we wait, an object in use, a cancelled statement (its time was over).
    private static readonly string[] PassingStates =
        [PostgresErrorCodes.LockNotAvailable, PostgresErrorCodes.ObjectInUse, PostgresErrorCodes.QueryCanceled, .. OvertakenStates];

    // Two transactions crossed; or both stored the same thing, which the next look will find.
    private static string[] OvertakenStates =>
        [PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected];

    /// <summary>Whether the store is away for now: locked by another, full, stopped, or not to be reached. Trying later may help.</summary>
    public static bool IsAway(Exception? fault) => Cause(fault) switch
    {
        SqliteException sqlite => Passing.Contains(sqlite.SqliteErrorCode),
        PostgresException server => PassingStates.Contains(server.SqlState)
            || PassingClasses.Any(some => server.SqlState.StartsWith(some, StringComparison.Ordinal)),
        DbException other => other.IsTransient,
        _ => false,
    };

    /// <summary>Whether another writer was first, so that looking again and deciding anew may succeed at once.</summary>
    public static bool IsOvertaken(Exception? fault) => fault is DbUpdateConcurrencyException
        || (Cause(fault) is PostgresException server
            && (OvertakenStates.Contains(server.SqlState) || server.SqlState is PostgresErrorCodes.UniqueViolation));

    // EF wraps what the driver says, sometimes twice.
    private static Exception? Cause(Exception? fault) => fault switch
    {
        DbUpdateException or InvalidOperationException when fault.InnerException is { } inner => Cause(inner),
        _ => fault,
    };
}
