using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assistant.Scheduling.Store.Copying;

/// <summary>Reads and writes the rows of one table as they lie: sealed values stay sealed.</summary>
internal sealed class TableRows(AssistantDb db, TableShape table)
{
    // SQLite takes 32,766 values in a statement. Source: sqlite.org/limits.html, SQLITE_MAX_VARIABLE_NUMBER.
    private const int MostValues = 8_000;

    /// <summary>How many rows one statement writes.</summary>
    public int BatchSize => Math.Max(1, MostValues / table.Columns.Count);

    /// <summary>All rows, in no order that means anything.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command($"SELECT {table.ColumnList} FROM {table.Quoted}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var readers = table.Columns.Select(column => Reader(column.Type)).ToList();
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return [.. readers.Select((read, i) => reader.IsDBNull(i) ? null : read(reader, i))];
        }
    }

    /// <summary>Writes a batch with one statement.</summary>
    public async Task WriteAsync(IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var places = rows.Select((_, row) => $"({string.Join(", ", table.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{row}x{i}")))})");
        await using var command = Command($"INSERT INTO {table.Quoted} ({table.ColumnList}) VALUES {string.Join(", ", places)}");
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{row}x{i}");
                parameter.Value = rows[row][i] ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What lies in the table now.</summary>
    public async Task<TableSum> SumAsync(CancellationToken cancellationToken)
    {
        var sum = new TableSum.Counting(table.Name);
        await foreach (var row in ReadAsync(cancellationToken))
        {
            sum.Add(row);
        }

        return sum.Total();
    }

    private DbCommand Command(string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    // Asked for by type, since SQLite itself knows only whole numbers, texts and bytes.
    private static Func<DbDataReader, int, object> Reader(Type type) =>
        type == typeof(Guid) ? (row, i) => row.GetGuid(i)
        : type == typeof(string) ? (row, i) => row.GetString(i)
        : type == typeof(long) ? (row, i) => row.GetInt64(i)
        : type == typeof(int) ? (row, i) => row.GetInt32(i)
        : type == typeof(bool) ? (row, i) => row.GetBoolean(i)
        : type == typeof(double) ? (row, i) => row.GetDouble(i)
        : type == typeof(decimal) ? (row, i) => row.GetDecimal(i)
        : type == typeof(DateOnly) ? (row, i) => row.GetFieldValue<DateOnly>(i)
        : type == typeof(TimeOnly) ? (row, i) => row.GetFieldValue<TimeOnly>(i)
        : type == typeof(byte[]) ? (row, i) => row.GetFieldValue<byte[]>(i)
        : throw new InvalidOperationException($"No table of ours has had a {type.Name} before: say here how it is read.");
}
