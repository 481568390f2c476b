using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>How the values of one sealed column lie, by the key that sealed them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="KeyId">The key's id; null for values that are not sealed at all.</param>
/// <param name="Values">How many values it sealed.</param>
/// <param name="Closed">How many of them do not open.</param>
public sealed record SealedCount(string Table, string Column, string? KeyId, long Values, long Closed);

/// <summary>Opens every sealed value once, and counts those that stay closed. Changes nothing.</summary>
public static class SealedSurvey
{
    /// <summary>Looks at every sealed column of the store.</summary>
    public static async Task<IReadOnlyList<SealedCount>> ReadAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var counts = new List<SealedCount>();
        foreach (var column in db.Model.GetEntityTypes().SelectMany(SealedColumns.Of))
        {
            var (table, name) = (column.DeclaringType.GetTableName() ?? "", column.GetColumnName());
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT \"{name}\" FROM \"{table}\" WHERE \"{name}\" IS NOT NULL";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            counts.AddRange(await CountAsync(reader, db.Ring, (table, name), cancellationToken));
        }

        return counts;
    }

    /// <summary>Where values lie that do not open, for people: <c>6 in People.Name, 2 in Residents.WayIn</c>; empty where all open.</summary>
    public static string Closed(IEnumerable<SealedCount> counts) => string.Join(
        ", ", counts.Where(count => count.Closed > 0).Select(count => $"{count.Closed} in {count.Table}.{count.Column}"));

    private static async Task<IEnumerable<SealedCount>> CountAsync(
        DbDataReader reader, KeyRing ring, (string Table, string Column) at, CancellationToken cancellationToken)
    {
        // A dictionary takes no null for a key: what is not sealed counts under the empty id.
        var counts = new Dictionary<string, (long Values, long Closed)>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            var stored = reader.GetString(0);
            var id = SealedText.KeyOf(stored) ?? "";
            var (values, closed) = counts.GetValueOrDefault(id);
            counts[id] = (values + 1, closed + (Opens(ring, $"{at.Table}.{at.Column}", stored) ? 0 : 1));
        }

        return counts.Select(one => new SealedCount(at.Table, at.Column, one.Key.Length == 0 ? null : one.Key, one.Value.Values, one.Value.Closed));
    }

    private static bool Opens(KeyRing ring, string column, string stored)
    {
        try
        {
            SealedText.Open(ring, column, stored);
            return true;
        }
        catch (SealedValueException)
        {
            return false;
        }
    }
}
