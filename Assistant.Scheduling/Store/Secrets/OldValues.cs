using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>The values of one table that an older key sealed.</summary>
/// <remarks>In SQL, as the stored text itself is what is compared: a value is replaced only while it is still the one read.</remarks>
internal sealed class OldValues(AssistantDb db, IEntityType table)
{
    /// <summary>How many rows one transaction seals afresh. Default 200: a turn waits a few milliseconds for it.</summary>
    public const int BatchSize = 200;

    private readonly string name = $"\"{table.GetTableName()}\"";
    private readonly IReadOnlyList<IReadOnlyProperty> columns = SealedColumns.Of(table);
    private readonly string[] keys = [.. table.FindPrimaryKey()?.Properties.Select(key => $"\"{key.GetColumnName()}\"")
        ?? throw new InvalidOperationException($"{table.GetTableName()} has no key.")];

    private sealed record Row(object[] Key, string?[] Stored);

    /// <summary>Seals every old value with the ring's active key.</summary>
    /// <returns>How many rows were sealed afresh, and how many hold a value that no key opens.</returns>
    public async Task<(int Fresh, int Stuck)> ResealAsync(CancellationToken cancellationToken)
    {
        var (fresh, stuck) = (0, 0);
        object[]? after = null;
        do
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var rows = await ReadAsync(after, cancellationToken);
            foreach (var row in rows)
            {
                if (await WriteAsync(row, cancellationToken))
                {
                    fresh++;
                }
                else
                {
                    stuck++;
                }
            }

            await transaction.CommitAsync(cancellationToken);
            after = rows is [.., var last] ? last.Key : null;
        }
        while (after is not null);
        return (fresh, stuck);
    }

    // By the primary key, from where the last batch ended: rows that stay old are not met again.
    private async Task<List<Row>> ReadAsync(object[]? after, CancellationToken cancellationToken)
    {
        var prefix = SealedText.Prefix(db.Ring.ActiveId);
        await using var command = Command();
        Bind(command, "prefix", prefix);
        var isOld = string.Join(" OR ", columns.Select(c => $"substr(\"{c.GetColumnName()}\", 1, {prefix.Length}) <> @prefix"));
        var key = string.Join(", ", keys);
        command.CommandText = $"SELECT {key}, {string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""))} FROM {name} WHERE ({isOld})"
            + (after is null ? "" : $" AND ({key}) > ({string.Join(", ", after.Select((value, i) => Bind(command, $"k{i}", value)))})")
            + $" ORDER BY {key} LIMIT {BatchSize}";
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new Row(
                [.. keys.Select((_, i) => reader.GetValue(i))],
                [.. columns.Select((_, i) => reader.IsDBNull(keys.Length + i) ? null : reader.GetString(keys.Length + i))]));
        }

        return rows;
    }

    private async Task<bool> WriteAsync(Row row, CancellationToken cancellationToken)
    {
        var opens = true;
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.Stored[i] is not { } stored || SealedText.KeyOf(stored) == db.Ring.ActiveId)
            {
                continue;
            }

            if (Fresh(columns[i], stored) is { } fresh)
            {
                await ReplaceAsync(columns[i], row.Key, (stored, fresh), cancellationToken);
            }
            else
            {
                opens = false;
            }
        }

        return opens;
    }

    private async Task ReplaceAsync(
        IReadOnlyProperty column, object[] key, (string Old, string New) value, CancellationToken cancellationToken)
    {
        await using var command = Command();
        var (old, fresh) = (Bind(command, "old", value.Old), Bind(command, "new", value.New));
        command.CommandText = $"UPDATE {name} SET \"{column.GetColumnName()}\" = {fresh} WHERE \"{column.GetColumnName()}\" = {old} AND "
            + string.Join(" AND ", keys.Select((one, i) => $"{one} = {Bind(command, $"k{i}", key[i])}"));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private string? Fresh(IReadOnlyProperty column, string stored)
    {
        var bound = SealedColumns.NameOf(column);
        try
        {
            return SealedText.Seal(db.Ring, bound, SealedText.Open(db.Ring, bound, stored));
        }
        catch (SealedValueException)
        {
            return null;
        }
    }

    private DbCommand Command()
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Bind(DbCommand command, string parameter, object value)
    {
        var bound = command.CreateParameter();
        (bound.ParameterName, bound.Value) = (parameter, value);
        command.Parameters.Add(bound);
        return $"@{parameter}";
    }
}
