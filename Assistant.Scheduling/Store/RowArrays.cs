using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assistant.Scheduling.Store;

/// <summary>Writes many rows to PostgreSQL with one statement: each column travels as one array.</summary>
/// <remarks>A server is a journey away, so what counts is how often one goes; a file is not, see <see cref="PreparedRows"/>.</remarks>
internal static class RowArrays
{
    /// <summary>How many rows travel together. Default 1000: some 300 KB of messages.</summary>
    public const int Together = 1000;

    /// <summary>Inserts the rows; one whose key or dedupe key is already there is left out.</summary>
    public static Task<int> InsertAsync<TRow>(
        AssistantDb db, IEntityType table, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var columns = table.GetProperties().ToList();
        var sql = $"INSERT INTO \"{table.GetTableName()}\" ({Names(columns)}) SELECT * FROM {Arrays(columns)} ON CONFLICT DO NOTHING";
        return RunAsync(db, sql, columns, rows, cancellationToken);
    }

    /// <summary>Writes the first <paramref name="changed"/> of these columns where the others are still equal.</summary>
    /// <param name="db">The context, which may be in a transaction.</param>
    /// <param name="table">Which rows.</param>
    /// <param name="columns">What is written, and then what must be equal.</param>
    /// <param name="changed">How many of the columns are written, and what else is set.</param>
    /// <param name="rows">The values.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static Task<int> UpdateAsync<TRow>(
        AssistantDb db, IEntityType table, List<IProperty> columns, (int Count, string Besides) changed,
        IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var set = string.Join(", ", columns.Take(changed.Count).Select(c => $"\"{c.Name}\" = new.\"{c.Name}\""));
        var equal = string.Join(" AND ", columns.Skip(changed.Count).Select(c => $"old.\"{c.Name}\" = new.\"{c.Name}\""));
        var besides = changed.Besides.Length == 0 ? "" : $", {changed.Besides}";
        var sql = $"UPDATE \"{table.GetTableName()}\" AS old SET {set}{besides} FROM {Arrays(columns)} AS new({Names(columns)}) WHERE {equal}";
        return RunAsync(db, sql, columns, rows, cancellationToken);
    }

    private static string Names(List<IProperty> columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private static string Arrays(List<IProperty> columns) =>
        $"unnest({string.Join(", ", columns.Select((c, i) => $"@p{i}::{c.GetRelationalTypeMapping().StoreType}[]"))})";

    private static async Task<int> RunAsync<TRow>(
        AssistantDb db, string sql, List<IProperty> columns, IReadOnlyCollection<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var written = 0;
        foreach (var some in rows.Chunk(Together))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = sql;
            for (var i = 0; i < columns.Count; i++)
            {
                Bind(command, $"p{i}", Values(columns[i], some));
            }

            written += await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return written;
    }

    private static Array Values<TRow>(IProperty column, TRow[] rows)
        where TRow : class
    {
        var converter = column.GetRelationalTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? column.ClrType;
        var element = column.IsNullable && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? typeof(Nullable<>).MakeGenericType(type)
            : type;
        var values = Array.CreateInstance(element, rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var value = column.GetGetter().GetClrValue(rows[i]);
            values.SetValue(converter is null ? value : converter.ConvertToProvider(value), i);
        }

        return values;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
