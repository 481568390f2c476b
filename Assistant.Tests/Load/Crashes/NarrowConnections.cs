using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assistant.Load.Crashes;

/// <summary>SQLite on a disk that is nearly full, with little patience for a lock that another holds.</summary>
internal sealed class NarrowConnections : DbConnectionInterceptor
{
    // What SQLite itself takes for no limit. Source: sqlite.org/pragma.html#pragma_max_page_count.
    private const long Unlimited = 4294967294;

    /// <summary>How many pages the file may still grow by; null when it may grow as it likes.</summary>
    public long? Room { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Narrow(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Narrow(connection);
        return Task.CompletedTask;
    }

    private void Narrow(DbConnection connection)
    {
        if (connection is not SqliteConnection sqlite)
        {
            return;
        }

        sqlite.DefaultTimeout = 1;
        using var command = sqlite.CreateCommand();
        command.CommandText = "SELECT page_count FROM pragma_page_count";
        var pages = Room is { } room ? (long)(command.ExecuteScalar() ?? 0L) + room : Unlimited;
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout=100; PRAGMA max_page_count={pages}");
        command.ExecuteNonQuery();
    }
}
