namespace Assistant.Tests.Town;

/// <summary>The two kinds of store the product knows.</summary>
internal enum StoreKind
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    Postgres,
}

internal static class StoreKinds
{
    /// <summary>As people write it.</summary>
    public static string Name(this StoreKind kind) => kind is StoreKind.Postgres ? "PostgreSQL" : "SQLite";
}
