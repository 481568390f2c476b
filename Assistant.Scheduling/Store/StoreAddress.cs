namespace Assistant.Scheduling.Store;

/// <summary>Where the rows are kept.</summary>
public abstract record StoreAddress
{
    private StoreAddress()
    {
    }

    /// <summary>One file on this machine, made with its folder where it is missing.</summary>
    /// <param name="Path">The file, seen from where the program was started.</param>
    public sealed record SqliteFile(string Path) : StoreAddress;

    /// <summary>A PostgreSQL server, 15 or newer, shared by as many nodes as one likes.</summary>
    /// <param name="ConnectionString">In Npgsql's form; holds a password, so it is never logged.</param>
    public sealed record Postgres(string ConnectionString) : StoreAddress
    {
        /// <inheritdoc/>
        public override string ToString() => nameof(Postgres);
    }
}
