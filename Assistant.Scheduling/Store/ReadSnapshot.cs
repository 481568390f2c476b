using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>One moment of the whole store, to be read for as long as it is held; it keeps nobody from writing.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly AssistantDb db;
    private readonly DbTransaction transaction;

    private ReadSnapshot(AssistantDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    /// <summary>Holds this moment for everything the context reads from now on.</summary>
    /// <remarks>SQLite: a deferred transaction; the other kind begins by taking the one write lock of the file.</remarks>
    public static async Task<ReadSnapshot> TakeAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        var transaction = connection is SqliteConnection file
            ? file.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        return new ReadSnapshot(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
