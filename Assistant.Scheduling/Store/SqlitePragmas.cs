using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assistant.Scheduling.Store;

/// <summary>Sets each opened SQLite connection to wait for its turn, to sync fully and to hold its foreign keys.</summary>
/// <remarks>
/// Without the busy timeout a second writer sleeps 150 ms at a time instead of taking the lock when it is free.
/// <c>synchronous=FULL</c>: an accepted message survives a power cut. Source: sqlite.org/pragma.html.
/// </remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>How many pages of the log a writer leaves before it moves them itself. Default 10,000: 40 MB.</summary>
    /// <remarks>Reached only when the job that does it beside the writers stands still.</remarks>
    public const int MostPages = 10_000;

    private static readonly string Pragmas = string.Create(
        CultureInfo.InvariantCulture,
        $"PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint={MostPages};");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
