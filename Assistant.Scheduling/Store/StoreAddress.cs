namespace Assistant.Scheduling.Store;

/// <summary>Where the rows are kept.</summary>
public abstract record StoreAddress
{
    private StoreAddress()
    {
    }

    /// <summary>One file on this machine, made with its folder where it is missing.</summary>
    /// <param name="Path">The file, seen from where the program was started.</param>
    public sealed record SqliteFile(string Path) : StoreAddress
    {
        /// <summary>For people: the file.</summary>
        public override string ToString() => Path;
    }

    /// <summary>A PostgreSQL server, 15 or newer, shared by as many nodes as one likes.</summary>
    /// <param name="ConnectionString">In Npgsql's form; holds a password, so it is never logged.</param>
    public sealed record Postgres(string ConnectionString) : StoreAddress
    {
        /// <summary>For people: the database, its server and its user; never the password.</summary>
        public override string ToString()
        {
            var parts = new Npgsql.NpgsqlConnectionStringBuilder(ConnectionString);
            return $"database {parts.Database ?? parts.Username ?? "(none named)"} on {parts.Host}:{parts.Port}";
        }
    }
}
