using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Assistant.Scheduling.Store.Copying;

/// <summary>One table as both kinds of database have it: its columns, and the type by which a value passes between them.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<(string Name, Type Type)> Columns)
{
    public string Quoted => $"\"{Name}\"";

    public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>All tables of the store, each after those it refers to.</summary>
    public static IReadOnlyList<TableShape> Of(AssistantDb db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        while (left.Count > 0)
        {
            var free = left.Where(table => !References(table).Any(left.Contains)).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException($"{left[0].Name} refers to a table that refers to it.");
            }

            ordered.AddRange(free);
            left.RemoveAll(free.Contains);
        }

        return [.. ordered.Select(table => new TableShape(
            table.Name, [.. table.Columns.Select(column => (column.Name, column.StoreTypeMapping.Converter?.ProviderClrType ?? column.ProviderClrType))]))];
    }

    private static IEnumerable<ITable> References(ITable table) =>
        table.ForeignKeyConstraints.Select(key => key.PrincipalTable).Where(other => other != table);
}
