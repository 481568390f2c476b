using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assistant.Scheduling.Store;

/// <summary>Lets the writers of one SQLite file in one after the other; whoever is waited for goes first.</summary>
/// <remarks>
/// SQLite has one write lock and no queue: who finds it taken sleeps up to 100 ms and tries again, and who came later may
/// be before her. So inside this program they stand in a row. Of two kinds that wait each has every second turn, so that
/// neither can keep the other out; another process still meets the lock itself.
/// Source: sqlite.org/c3ref/busy_timeout.html.
/// </remarks>
/// <param name="mostWait">How long somebody stands in the row before she tries the lock itself.</param>
internal sealed class WriterQueue(TimeSpan mostWait) : IDbTransactionInterceptor, IDbConnectionInterceptor
{
    private readonly Lock gate = new();
    private readonly Queue<Writer> waitedFor = new();
    private readonly Queue<Writer> others = new();
    private DbConnection? writing;
    private DbTransaction? written;
    private bool lastWasWaitedFor;

    private sealed record Writer(DbConnection Connection, bool IsWaitedFor)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        await TurnAsync(connection, eventData.Context is AssistantDb { IsWaitedFor: true }, cancellationToken);
        var begun = false;
        try
        {
            var transaction = await connection.BeginTransactionAsync(eventData.IsolationLevel, cancellationToken);
            begun = true;
            Begun(connection, transaction);
            return InterceptionResult<DbTransaction>.SuppressWithResult(transaction);
        }
        finally
        {
            if (!begun)
            {
                End(connection);
            }
        }
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        EndAsync(transaction);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        EndAsync(transaction);

    // A transaction that is dropped without a word tells nobody; the connection it was on does.
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => EndAsync(connection);

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => End(connection);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData) => EndAsync(connection);

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => End(connection);

    private async Task TurnAsync(DbConnection connection, bool isWaitedFor, CancellationToken cancellationToken)
    {
        var writer = new Writer(connection, isWaitedFor);
        lock (gate)
        {
            (isWaitedFor ? waitedFor : others).Enqueue(writer);
            if (writing is null)
            {
                Next();
            }
        }

        try
        {
            await writer.Turn.Task.WaitAsync(mostWait, cancellationToken);
        }
        catch (TimeoutException)
        {
            GiveUp(writer);
        }
        catch (OperationCanceledException)
        {
            GiveUp(writer);
            throw;
        }
    }

    // Her turn may have come in the same instant: then it goes to the next.
    private void GiveUp(Writer writer)
    {
        if (!writer.Turn.TrySetCanceled())
        {
            End(writer.Connection);
        }
    }

    private void Begun(DbConnection connection, DbTransaction transaction)
    {
        lock (gate)
        {
            written = ReferenceEquals(writing, connection) ? transaction : written;
        }
    }

    // By what it was given at the start: an ended transaction forgot its connection, and to ask the context for it is to
    // ask a program that may be stopping.
    private Task EndAsync(DbTransaction transaction)
    {
        lock (gate)
        {
            if (ReferenceEquals(written, transaction))
            {
                Next();
            }
        }

        return Task.CompletedTask;
    }

    private Task EndAsync(DbConnection connection)
    {
        End(connection);
        return Task.CompletedTask;
    }

    private void End(DbConnection connection)
    {
        lock (gate)
        {
            if (ReferenceEquals(writing, connection))
            {
                Next();
            }
        }
    }

    private void Next()
    {
        (writing, written) = (null, null);
        while (writing is null && (waitedFor.Count > 0 || others.Count > 0))
        {
            lastWasWaitedFor = others.Count == 0 || (waitedFor.Count > 0 && !lastWasWaitedFor);
            var next = (lastWasWaitedFor ? waitedFor : others).Dequeue();
            writing = next.Turn.TrySetResult() ? next.Connection : null;
        }
    }
}
