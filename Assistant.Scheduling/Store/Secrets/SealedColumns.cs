using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>Which columns are sealed; a room says so where it describes its table.</summary>
public static class SealedColumns
{
    private const string Mark = "Assistant:Sealed";

    /// <summary>Seals this column. The database can then neither sort it nor search in it.</summary>
    public static PropertyBuilder<TValue> Sealed<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasAnnotation(Mark, true);

    /// <summary>The sealed columns of a table, for whoever seals them afresh or looks for plain values.</summary>
    public static IReadOnlyList<IReadOnlyProperty> Of(IReadOnlyEntityType table) =>
        [.. table.GetProperties().Where(column => column.FindAnnotation(Mark) is not null)];

    /// <summary>The name by which a value is bound to its column.</summary>
    internal static string NameOf(IReadOnlyProperty column) =>
        $"{column.DeclaringType.GetTableName()}.{column.GetColumnName()}";

    /// <summary>Puts the ring between the sealed columns and the database.</summary>
    internal static void Lock(IMutableModel model, KeyRing ring)
    {
        foreach (var column in model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(c => c[Mark] is true))
        {
            var name = NameOf(column);
            var seal = new ValueConverter<string, string>(
                words => SealedText.Seal(ring, name, words),
                stored => SealedText.Open(ring, name, stored));
            column.SetValueConverter(column.GetValueConverter() is { } inner ? inner.ComposeWith(seal) : seal);
        }
    }
}
