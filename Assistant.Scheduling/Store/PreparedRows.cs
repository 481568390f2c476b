using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assistant.Scheduling.Store;

/// <summary>Writes many rows of one table with one statement: the two hot statements beside the claim.</summary>
/// <remarks>
/// Tracked EF writes about 3,600 rows a second on SQLite, a prepared statement in the same transaction ten times that.
/// Columns and conversions are read from the EF model, so that nothing is named twice. Both join the context's
/// current transaction; begin one first, or every row is a transaction of its own. On PostgreSQL see <see cref="RowArrays"/>.
/// </remarks>
public static class PreparedRows
{
    /// <summary>Inserts the rows; one whose key or dedupe key is already there is left out.</summary>
    /// <returns>How many were new.</returns>
    public static Task<int> InsertAsync<TRow>(
        AssistantDb db, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var table = Table<TRow>(db);
        if (db.Database.IsNpgsql())
        {
            return RowArrays.InsertAsync(db, table, rows, cancellationToken);
        }

        var columns = table.GetProperties().ToList();
        var sql = $"""
            INSERT INTO "{table.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})
            VALUES ({string.Join(", ", columns.Select(c => $"@{c.Name}"))}) ON CONFLICT DO NOTHING
            """;
        return RunAsync(db, sql, columns, rows, cancellationToken);
    }

    /// <summary>Writes these columns of rows that were taken up, and ends their claim; a row whose claim was lost is left alone.</summary>
    /// <remarks>With <c>Attempt</c> among the columns it is counted up, so that whoever read the row before is refused.</remarks>
    /// <returns>How many were still the writer's own.</returns>
    public static Task<int> MarkAsync<TRow>(
        AssistantDb db, IReadOnlyCollection<TRow> rows, IReadOnlyCollection<string> changed, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var table = Table<TRow>(db);
        var columns = changed.Where(name => name is not nameof(IWaitingRow.Attempt)).Select(name => table.FindProperty(name)
            ?? throw new ArgumentException($"{typeof(TRow).Name} has no column {name}.", nameof(changed))).ToList();
        var key = table.FindPrimaryKey()?.Properties[0]
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no key.");
        var attempt = table.FindProperty(nameof(IWaitingRow.Attempt))
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} stores no Attempt.");
        var counts = changed.Contains(nameof(IWaitingRow.Attempt));
        if (db.Database.IsNpgsql())
        {
            var besides = counts ? "\"Attempt\" = old.\"Attempt\" + 1" : "";
            return RowArrays.UpdateAsync(db, table, [.. columns, key, attempt], (columns.Count, besides), rows, cancellationToken);
        }

        var sql = $"""
            UPDATE "{table.GetTableName()}" SET {string.Join(", ", columns.Select(c => $"\"{c.Name}\" = @{c.Name}"))}{(counts ? ", \"Attempt\" = \"Attempt\" + 1" : "")}
            WHERE "{key.Name}" = @{key.Name} AND "Attempt" = @Attempt
            """;
        return RunAsync(db, sql, [.. columns, key, attempt], rows, cancellationToken);
    }

    /// <summary>Stores what a unit of work made of this table by one statement, ahead of its <c>SaveChanges</c>.</summary>
    /// <exception cref="DbUpdateException">One of them is there already.</exception>
    public static async Task StoreMadeAsync<TRow>(AssistantDb db, CancellationToken cancellationToken)
        where TRow : class
    {
        var made = db.ChangeTracker.Entries<TRow>().Where(row => row.State is EntityState.Added).ToList();
        if (await InsertAsync(db, made.ConvertAll(row => row.Entity), cancellationToken) != made.Count)
        {
            throw new DbUpdateException($"Of {made.Count} {typeof(TRow).Name} rows some are there already.");
        }

        made.ForEach(row => row.State = EntityState.Unchanged);
    }

    /// <summary>Stores these columns of what a unit of work changed in this table by one statement, ahead of its <c>SaveChanges</c>.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed one of them since it was read.</exception>
    public static async Task StoreChangedAsync<TRow>(
        AssistantDb db, IReadOnlyCollection<string> columns, CancellationToken cancellationToken)
        where TRow : class, IWaitingRow
    {
        var changed = db.ChangeTracker.Entries<TRow>().Where(row => row.State is EntityState.Modified).ToList();
        if (await MarkAsync(db, changed.ConvertAll(row => row.Entity), columns, cancellationToken) != changed.Count)
        {
            throw new DbUpdateConcurrencyException($"Of {changed.Count} {typeof(TRow).Name} rows some were changed since.");
        }

        changed.ForEach(row => row.State = EntityState.Unchanged);
    }

    private static IEntityType Table<TRow>(AssistantDb db) => db.Model.FindEntityType(typeof(TRow))
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not a table of this store.");

    private static async Task<int> RunAsync<TRow>(
        AssistantDb db, string sql, List<IProperty> columns, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        var written = 0;
        foreach (var row in rows)
        {
            Bind(command, columns, row);
            written += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return written;
    }

    // The parameters are made with the first row, so that each has its database type; later rows only change values.
    private static void Bind<TRow>(DbCommand command, List<IProperty> columns, TRow row)
        where TRow : class
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var value = columns[i].GetGetter().GetClrValue(row);
            var mapping = columns[i].GetRelationalTypeMapping();
            if (command.Parameters.Count <= i)
            {
                command.Parameters.Add(mapping.CreateParameter(command, $"@{columns[i].Name}", value, columns[i].IsNullable));
            }
            else
            {
                var stored = mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value;
                command.Parameters[i].Value = stored ?? DBNull.Value;
            }
        }
    }
}
