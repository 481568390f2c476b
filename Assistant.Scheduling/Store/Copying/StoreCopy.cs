using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store.Copying;

/// <summary>Carries a whole store over to another, whatever kind of database either is, and checks what arrived.</summary>
/// <remarks>
/// 1. The target must be empty, or a copy that was broken off: that one is emptied.
/// 2. A mark is set on the target; a start on a marked store is refused. Then its tables are made.
/// 3. The source is read in one snapshot, so that what arrives fits together; each table is one transaction.
/// 4. Every table of the target is read again and its sum compared with what was read from the source.
/// 5. The mark is lifted. Last, the source is read once more: what was written there since is not in the copy.
/// Values pass as they lie; sealed ones stay sealed, so that both stores are opened by the same keys.
/// </remarks>
public sealed class StoreCopy(IDbContextFactory<AssistantDb> source, (IDbContextFactory<AssistantDb> Contexts, StoreAddress Address) target)
{
    /// <summary>Copies; tells after each table what has arrived.</summary>
    public async Task<CopyOutcome> RunAsync(Action<TableSum> arrived, CancellationToken cancellationToken)
    {
        await using var from = await source.CreateDbContextAsync(cancellationToken);
        await from.Database.OpenConnectionAsync(cancellationToken);
        if (!(await StoreVersion.ReadAsync(from, cancellationToken)).IsOurs)
        {
            return new CopyOutcome.OtherVersion(false);
        }

        if (await CopyMark.IsThereAsync(from, cancellationToken))
        {
            return new CopyOutcome.HalfSource();
        }

        await using var to = await target.Contexts.CreateDbContextAsync(cancellationToken);
        return await PrepareAsync(to, cancellationToken) is { } refusal ? refusal : await FillAsync(from, to, arrived, cancellationToken);
    }

    private async Task<CopyOutcome?> PrepareAsync(AssistantDb to, CancellationToken cancellationToken)
    {
        if (target.Address is StoreAddress.SqliteFile file && Path.GetDirectoryName(Path.GetFullPath(file.Path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await to.Database.OpenConnectionAsync(cancellationToken);
        var version = await StoreVersion.ReadAsync(to, cancellationToken);
        if (await CopyMark.IsThereAsync(to, cancellationToken))
        {
            await ClearAsync(to, cancellationToken);
        }
        else if (version.At is not null && !version.IsOurs)
        {
            return new CopyOutcome.OtherVersion(true);
        }
        else if (version.At is not null && await FirstWithRowsAsync(to, cancellationToken) is { } table)
        {
            return new CopyOutcome.NotEmpty(table);
        }

        await CopyMark.SetAsync(to, cancellationToken);
        await to.Database.MigrateAsync(cancellationToken);
        return null;
    }

    private static async Task<CopyOutcome> FillAsync(
        AssistantDb from, AssistantDb to, Action<TableSum> arrived, CancellationToken cancellationToken)
    {
        var tables = TableShape.Of(from);
        var sums = new List<TableSum>();
        await using (await ReadSnapshot.TakeAsync(from, cancellationToken))
        {
            foreach (var table in tables)
            {
                sums.Add(await CarryAsync(new TableRows(from, table), new TableRows(to, table), (table.Name, to), cancellationToken));
                arrived(sums[^1]);
            }
        }

        if (await FirstOtherAsync(to, tables, sums, cancellationToken) is { } other)
        {
            return new CopyOutcome.Differs(other);
        }

        await CopyMark.LiftAsync(to, cancellationToken);
        return await FirstOtherAsync(from, tables, sums, cancellationToken) is { } moved ? new CopyOutcome.SourceMoved(moved) : new CopyOutcome.Whole(sums);
    }

    private static async Task<TableSum> CarryAsync(
        TableRows from, TableRows to, (string Name, AssistantDb Db) target, CancellationToken cancellationToken)
    {
        var sum = new TableSum.Counting(target.Name);
        await using var transaction = await target.Db.Database.BeginTransactionAsync(cancellationToken);
        var batch = new List<object?[]>(to.BatchSize);
        await foreach (var row in from.ReadAsync(cancellationToken))
        {
            sum.Add(row);
            batch.Add(row);
            if (batch.Count == to.BatchSize)
            {
                await to.WriteAsync(batch, cancellationToken);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            await to.WriteAsync(batch, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return sum.Total();
    }

    private static async Task<string?> FirstOtherAsync(
        AssistantDb db, IReadOnlyList<TableShape> tables, List<TableSum> sums, CancellationToken cancellationToken)
    {
        foreach (var (table, sum) in tables.Zip(sums))
        {
            if (await new TableRows(db, table).SumAsync(cancellationToken) != sum)
            {
                return table.Name;
            }
        }

        return null;
    }

    private static async Task<string?> FirstWithRowsAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        foreach (var table in TableShape.Of(db))
        {
            var sql = $"SELECT 1 AS \"Value\" FROM {table.Quoted}";
            if (await db.Database.SqlQueryRaw<int>(sql).AnyAsync(cancellationToken))
            {
                return table.Name;
            }
        }

        return null;
    }

    // By dropping and not by deleting: some rows refuse to be deleted. The mark stays, whatever happens now.
    private static async Task ClearAsync(AssistantDb to, CancellationToken cancellationToken)
    {
        foreach (var table in TableShape.Of(to).Reverse().Select(table => table.Name).Append("__EFMigrationsHistory").Append("__EFMigrationsLock"))
        {
            var sql = $"DROP TABLE IF EXISTS \"{table}\"";
            await to.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }
    }
}
