using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Assistant.Load.Crashes;

/// <summary>The edges of every transaction: where it begins, before it is committed, and after.</summary>
internal sealed class WatchedTransactions(Fault fault) : DbTransactionInterceptor
{
    // SQLITE_IOERR. Source: sqlite.org/rescode.html.
    private const int SqliteInputOutput = 10;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await fault.PassAsync(Fault.BeforeTransaction(fault.Job));
        return result;
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await fault.PassAsync(Fault.BeforeCommit(fault.Job));
        return result;
    }

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await fault.PassAsync(Fault.AfterCommit(fault.Job));
        if (fault.Lies())
        {
            throw Lie(eventData.Context?.Database.IsNpgsql() == true);
        }
    }

    // As the driver says it when the line breaks, and when the server was told to stop: both after it did as asked.
    private DbException Lie(bool isServer) => (isServer, fault.SaysSo) switch
    {
        (false, _) => new SqliteException("disk I/O error", SqliteInputOutput),
        (true, false) => new NpgsqlException("Exception while reading from stream", new EndOfStreamException()),
        (true, true) => new PostgresException(
            "terminating connection due to administrator command", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown),
    };
}
