using System.Net.Sockets;
using Assistant.Scheduling.Store;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assistant.Bot.Hosting;

/// <summary>What stops a start or a verb at its store, in one sentence with a hint.</summary>
internal static class StoreComplaint
{
    private const string Settings = "ConnectionStrings:Assistant";

    /// <summary>The words for this fault; null for a fault that is not the store's.</summary>
    public static StartupFault? Of(Exception fault, StoreAddress store) => (fault, store) switch
    {
        (PostgresException refused, _) => OfServer(refused, store),
        (NpgsqlException { InnerException: SocketException or TimeoutException or IOException }, _) =>
            new StartupFault($"The PostgreSQL server of {store} does not answer.", $"Start it, or check Host and Port in {Settings}."),
        (NpgsqlException, _) => new StartupFault($"The connection to {store} failed.", $"Check {Settings}, and the server's own log."),
        (SqliteException file, _) => OfFile(file.SqliteErrorCode, store),
        (UnauthorizedAccessException or IOException, StoreAddress.SqliteFile) =>
            new StartupFault($"The store {store} cannot be written.", "Give Data:Path a place where the program's user may write."),
        ({ InnerException: { } inner }, _) => Of(inner, store),
        _ => null,
    };

    /// <summary>Why the store was not brought up to date; null when it was.</summary>
    public static StartupFault? Of(MigrationOutcome outcome, StoreAddress store) => outcome switch
    {
        MigrationOutcome.MadeByNewer(var version) => new StartupFault(
            $"The store {store} is at step {version.At}, made by a newer program; this one knows steps up to {version.Known}.",
            "Start the newer program, or restore the backup from before it."),
        MigrationOutcome.HalfCopied => new StartupFault(
            $"The store {store} is a copy that was broken off, so rows are missing.", "Run the same copy again: it begins afresh."),
        _ => null,
    };

    // Source: postgresql.org/docs/15/errcodes-appendix.html.
    private static StartupFault? OfServer(PostgresException fault, StoreAddress store) => fault.SqlState switch
    {
        "28P01" or "28000" => new StartupFault($"The server refuses this user of {store}.", $"Check Username and Password in {Settings}."),
        "3D000" => new StartupFault($"There is no {store}.", "Make it (createdb), or check Database."),
        "42501" => new StartupFault($"This user may not make or change tables in {store}.", "Let the user own the database."),
        "53300" or "57P03" or "57P01" => new StartupFault($"The server of {store} takes nobody now.", "Wait until it is up, and try again."),
        "53100" => new StartupFault($"The disk of {store} is full.", "Make room on the server."),
        ['0', '8', ..] or ['5', '3' or '7' or '8', ..] => new StartupFault($"The server of {store} cannot work now (code {fault.SqlState}).", "Look in the server's own log."),
        _ => null,
    };

    // Source: sqlite.org/rescode.html.
    private static StartupFault? OfFile(int code, StoreAddress store) => code switch
    {
        5 or 6 => new StartupFault($"The store {store} is held by another program.", "End that program, and try again."),
        8 => new StartupFault($"The store {store} may not be written.", "Let the program's user write the file and its folder."),
        11 => new StartupFault($"The store {store} is damaged.", "Keep the file aside, and restore the last backup."),
        13 => new StartupFault($"The disk of {store} is full.", "Make room, and start again."),
        14 => new StartupFault($"The store {store} cannot be opened.", "Check Data:Path, and that the program's user may read and write there."),
        26 => new StartupFault($"The file {store} is no database of ours.", "Give Data:Path another file."),
        10 => new StartupFault($"The disk of {store} does not read or write.", "Check the disk, and restore the last backup if need be."),
        _ => null,
    };
}
