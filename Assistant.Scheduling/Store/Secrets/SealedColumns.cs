using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>Which columns are sealed or hashed; a room says so where it describes its table.</summary>
public static class SealedColumns
{
    private const string Mark = "Assistant:Sealed";
    private const string HashMark = "Assistant:Hashed";
    private const string HashPrefix = "h1.";

    /// <summary>Seals this column. The database can then neither sort it nor search in it.</summary>
    public static PropertyBuilder<TValue> Sealed<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasAnnotation(Mark, true);

    /// <summary>Keeps only a keyed hash of this column: others' ids by which a row is found, and in which a number may be hidden.</summary>
    /// <remarks>A query finds it by the id itself. What is read is the hash, which may be written again and stays what it is.</remarks>
    public static PropertyBuilder<TValue> Hashed<TValue>(this PropertyBuilder<TValue> property) =>
        property.HasAnnotation(HashMark, true);

    /// <summary>Whether nobody can read this column without the keys.</summary>
    public static bool IsClosed(IReadOnlyProperty column) =>
        column.FindAnnotation(Mark) is not null || column.FindAnnotation(HashMark) is not null;

    /// <summary>Whether only a hash of this column is kept.</summary>
    public static bool IsHashed(IReadOnlyProperty column) => column.FindAnnotation(HashMark) is not null;

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

        foreach (var column in model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(c => c[HashMark] is true))
        {
            var name = NameOf(column);
            column.SetValueConverter(new ValueConverter<string, string>(id => HashOf(ring, name, id), stored => stored));
        }
    }

    private static string HashOf(KeyRing ring, string column, string id) =>
        id.StartsWith(HashPrefix, StringComparison.Ordinal) ? id : $"{HashPrefix}{ring.Hash($"{column}\n{id}")}";
}
