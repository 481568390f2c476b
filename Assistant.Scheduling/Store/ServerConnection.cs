using System.Globalization;
using Npgsql;

namespace Assistant.Scheduling.Store;

/// <summary>How we connect to a PostgreSQL server: its address as it was given, with our manners.</summary>
internal static class ServerConnection
{
    /// <summary>How many statements the server keeps planned for each connection. Default 200: all that a busy day asks. (choice)</summary>
    public const int MostPrepared = 200;

    /// <summary>The connection string that is really used.</summary>
    /// <param name="server">As configured; what it says about waiting and options is kept.</param>
    /// <param name="mostSeconds">How long we wait for a connection or a lock, at the most.</param>
    public static string Of(StoreAddress.Postgres server, int mostSeconds)
    {
        // A server's complaint may quote the row it is about; that row is somebody's.
        var parts = new NpgsqlConnectionStringBuilder(server.ConnectionString) { IncludeErrorDetail = false, LogParameters = false };
        if (!parts.ShouldSerialize("Timeout"))
        {
            parts.Timeout = mostSeconds;
        }

        // Our queries are few and the same all day: planned once a connection, a turn costs the server far less.
        if (!parts.ShouldSerialize("Max Auto Prepare"))
        {
            parts.MaxAutoPrepare = MostPrepared;
        }

        parts.Options ??= string.Create(CultureInfo.InvariantCulture, $"-c lock_timeout={mostSeconds}s");
        return parts.ConnectionString;
    }
}
