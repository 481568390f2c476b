using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assistant.Scheduling.Store;

/// <summary>Takes up due rows in one statement, so that of many workers each row has one.</summary>
/// <remarks>
/// 1. A row is due when its <c>NextActionAt</c> has come.
/// 2. Taking it up moves that moment a lease ahead and counts <c>Attempt</c> up: a worker that dies leaves a row
///    that becomes due again by itself.
/// 3. Whoever took it up writes with <c>WHERE Attempt = mine</c>; after a lost lease that changes nothing.
/// 4. Of rows that queue only the first of each queue is taken up, until nobody needs to look at it any more.
/// One of the three hot statements that are SQL. Source: DESIGN "The rows are the schedule".
/// </remarks>
public static class RowClaim
{
    /// <summary>How many rows one statement takes up, and one transaction then finishes.</summary>
    public const int BatchSize = 500;

    /// <summary>How long a taken row is left alone when its worker says nothing more.</summary>
    /// <remarks>Default 45 s: longer than any single send may take; with a look at the rows and a send after it still within a minute.</remarks>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>Takes up at most <see cref="BatchSize"/> due rows of <typeparamref name="TRow"/>, oldest first.</summary>
    /// <returns>The keys, each with the <c>Attempt</c> that is now the taker's own.</returns>
    public static Task<IReadOnlyDictionary<Guid, int>> TakeUpAsync<TRow>(
        AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow => TakeUpAsync<TRow>(db, now, BatchSize, cancellationToken);

    /// <summary>Takes up at most <paramref name="most"/> due rows of <typeparamref name="TRow"/>, oldest first.</summary>
    /// <returns>The keys, each with the <c>Attempt</c> that is now the taker's own.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>> TakeUpAsync<TRow>(
        AssistantDb db, DateTimeOffset now, int most, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var due = Due(Table<TRow>(db), queues: typeof(TRow).IsAssignableTo(typeof(IQueuedRow)));
        if (!db.Database.IsNpgsql() && !await IsAnyDueAsync(db, due, now, cancellationToken))
        {
            return new Dictionary<Guid, int>();
        }

        // On SQLite a transaction stands in the row of writers; a statement by itself would fight for the lock.
        await using var turn = db.Database.IsNpgsql() || db.Database.CurrentTransaction is not null
            ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        await using var command = await CommandAsync(
            db, db.Database.IsNpgsql() ? PostgresClaim(due, most) : SqliteClaim(due, most), cancellationToken);
        Bind(command, "@now", Conversions.ToMicroseconds(now));
        Bind(command, "@leased", Conversions.ToMicroseconds(now + Lease));
        var taken = await ReadAsync(command, cancellationToken);
        await (turn?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        return taken;
    }

    /// <summary>Keeps rows that were taken up from everybody else until the transaction ends.</summary>
    /// <remarks>
    /// PostgreSQL: what is decided about them cannot be overtaken any more. SQLite: nothing to do, since a transaction
    /// begins by taking the one write lock of the file.
    /// </remarks>
    /// <returns>Those that nobody changed since they were taken up.</returns>
    public static async Task<IReadOnlyDictionary<Guid, int>> HoldAsync<TRow>(
        AssistantDb db, IReadOnlyDictionary<Guid, int> claimed, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        if (!db.Database.IsNpgsql())
        {
            return claimed;
        }

        await using var command = await CommandAsync(
            db, $"SELECT \"Id\", \"Attempt\" FROM \"{Table<TRow>(db)}\" WHERE \"Id\" = ANY(@ids) ORDER BY \"Id\" FOR UPDATE", cancellationToken);
        Bind(command, "@ids", claimed.Keys.ToArray());
        var there = await ReadAsync(command, cancellationToken);
        return there.Where(row => claimed.Contains(row)).ToDictionary();
    }

    /// <summary>Puts off one row that was taken up, unless somebody changed it since.</summary>
    public static async Task PutOffAsync<TRow>(
        AssistantDb db, Guid row, int attempt, DateTimeOffset until, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var table = Table<TRow>(db);
        var sql = $"UPDATE \"{table}\" SET \"NextActionAt\" = {{0}} WHERE \"Id\" = {{1}} AND \"Attempt\" = {{2}}";
        await db.Database.ExecuteSqlRawAsync(sql, [Conversions.ToMicroseconds(until), row, attempt], cancellationToken);
    }

    /// <summary>Whether nobody changed this row since it was taken up; what somebody changed is not ours to decide any more.</summary>
    public static bool IsStillHeld(this IReadOnlyDictionary<Guid, int> claimed, IWaitingRow row) =>
        claimed.TryGetValue(row.RowId, out var attempt) && attempt == row.Attempt;

    // To claim nothing would take the one write lock all the same; to look takes none.
    private static async Task<bool> IsAnyDueAsync(AssistantDb db, DueRows due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = await CommandAsync(db, $"{due.Sql} LIMIT 1", cancellationToken);
        Bind(command, "@now", Conversions.ToMicroseconds(now));
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task<DbCommand> CommandAsync(AssistantDb db, string sql, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    private static async Task<Dictionary<Guid, int>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<Guid, int>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetGuid(0), reader.GetInt32(1));
        }

        return rows;
    }

    private static string SqliteClaim(DueRows due, int most) =>
        $"""
        UPDATE "{due.Table}" SET "NextActionAt" = @leased, "Attempt" = "Attempt" + 1
        WHERE "Id" IN ({due.Sql} LIMIT {most})
        RETURNING "Id", "Attempt"
        """;

    // ANY(ARRAY(...)) and not IN (...): with IN the planner scans the whole table on every claim.
    private static string PostgresClaim(DueRows due, int most) =>
        $"""
        UPDATE "{due.Table}" SET "NextActionAt" = @leased, "Attempt" = "Attempt" + 1
        WHERE "Id" = ANY(ARRAY({due.Sql} LIMIT {most} FOR UPDATE SKIP LOCKED))
        RETURNING "Id", "Attempt"
        """;

    // Who reads a moment too early sees an earlier row still waiting, and leaves the later one for the next look.
    private static DueRows Due(string table, bool queues) => new(
        table,
        $"""
        SELECT "Id" FROM "{table}" AS mine
        WHERE "NextActionAt" IS NOT NULL AND "NextActionAt" <= @now{(queues ? $"""
         AND NOT EXISTS (
            SELECT 1 FROM "{table}" AS earlier
            WHERE earlier."Queue" = mine."Queue" AND earlier."NextActionAt" IS NOT NULL
            AND (earlier."ReceivedAt", earlier."Id") < (mine."ReceivedAt", mine."Id"))
        """ : "")}
        ORDER BY "NextActionAt"
        """);

    private sealed record DueRows(string Table, string Sql);

    private static string Table<TRow>(AssistantDb db) => db.Model.FindEntityType(typeof(TRow))?.GetTableName()
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not a table of this store.");

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
