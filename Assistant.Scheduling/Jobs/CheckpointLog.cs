using System.Globalization;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Jobs;

/// <summary>Moves what was committed from SQLite's log into its file, beside the writers instead of inside a commit.</summary>
/// <remarks>
/// SQLite does it by itself in the commit that makes the log long, and keeps whoever commits waiting for the disk. Done
/// here it keeps nobody waiting; what the writers do themselves (<see cref="SqlitePragmas.MostPages"/>) is only the
/// last resort. On PostgreSQL there is nothing to do. Source: sqlite.org/wal.html, 3.
/// </remarks>
public sealed class CheckpointLog(IDbContextFactory<AssistantDb> contexts, TimeProvider clock) : IDueJob
{
    /// <summary>How often it is done, at the most. Default 1 s. (choice)</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>From how many pages the log begins anew, which needs an instant without a writer. Default 2,000: 8 MB. (choice)</summary>
    public const int ManyPages = 2_000;

    /// <summary>How long such an instant is waited for. Unit: milliseconds. Default 50; the next time comes soon. (choice)</summary>
    private const int Patience = 50;

    private long last = clock.GetTimestamp();

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(last) < Every)
        {
            return 0;
        }

        last = clock.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite() && await CheckpointAsync(db, "PASSIVE", cancellationToken) > ManyPages)
        {
            await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={Patience}"), cancellationToken);
            await CheckpointAsync(db, "RESTART", cancellationToken);
        }

        return 0;
    }

    // Its one row is: whether somebody was in the way, the pages in the log, and how many of them were moved.
    private static async Task<int> CheckpointAsync(AssistantDb db, string mode, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA wal_checkpoint({mode})";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? row.GetInt32(1) : 0;
    }
}
