using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Copying;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands.Doctor;

/// <summary>The store itself: there, of our version, writable, whole, with room to grow.</summary>
internal static class StoreChecks
{
    private const long MegaByte = 1024 * 1024;

    /// <remarks>1 GB: a neighbourhood's years. Under 100 MB a busy day may fill it. (choice)</remarks>
    private const long LittleRoom = 1024 * MegaByte;
    private const long NoRoom = 100 * MegaByte;

    /// <summary>Whether there is a store of this version, on which the other checks make sense.</summary>
    public static async Task<Finding> VersionAsync(AssistantDb db, StoreAddress store, CancellationToken cancellationToken)
    {
        if (store is StoreAddress.SqliteFile file && !File.Exists(file.Path))
        {
            return Finding.Look($"There is no store {store} yet.", "The first start makes it; or check Data:Path.");
        }

        var version = await StoreVersion.ReadAsync(db, cancellationToken);
        return version switch
        {
            { IsNewer: true } => Complaint(new MigrationOutcome.MadeByNewer(version), store),
            _ when await CopyMark.IsThereAsync(db, cancellationToken) => Complaint(new MigrationOutcome.HalfCopied(), store),
            { IsOurs: true } => Finding.Ok($"The store {store} answers, and is at {version.Known} as this program is."),
            { At: null } => Finding.Look($"The store {store} has no tables yet.", "The first start makes them; or run migrate."),
            _ => Finding.Look($"The store {store} is at {version.At}, this program at {version.Known}.", "Run migrate, or start the server."),
        };
    }

    public static async IAsyncEnumerable<Finding> LookAsync(AssistantDb db, OperatorHouse house)
    {
        await db.Database.OpenConnectionAsync();
        yield return await WritableAsync(db);
        yield return db.Database.IsNpgsql() ? await ServerIsWholeAsync(db) : await FileIsWholeAsync(db);
        yield return await RoomAsync(db, house.Place);
    }

    private static Finding Complaint(MigrationOutcome outcome, StoreAddress store) =>
        StoreComplaint.Of(outcome, store) is { } complaint ? Finding.Wrong(complaint) : Finding.Ok($"The store {store} answers.");

    // Written and taken back.
    private static async Task<Finding> WritableAsync(AssistantDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Add(new JobRun { Name = "doctor", EndedAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();
        return Finding.Ok("It can be written.");
    }

    private static async Task<Finding> FileIsWholeAsync(AssistantDb db)
    {
        await using var check = db.Database.GetDbConnection().CreateCommand();
        check.CommandText = "PRAGMA quick_check(1)";
        var said = await check.ExecuteScalarAsync() as string;
        var orphans = await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM pragma_foreign_key_check").SingleAsync();
        return (said, orphans) switch
        {
            ("ok", 0) => Finding.Ok("Its pages are whole, and every row finds the row it belongs to."),
            ("ok", _) => Finding.Wrong($"{orphans} rows belong to rows that are not there.", "Restore the last backup, or ask for help with a copy."),
            _ => Finding.Wrong("Its file is damaged.", "Keep a copy of the file, and restore the last backup."),
        };
    }

    private static async Task<Finding> ServerIsWholeAsync(AssistantDb db)
    {
        var broken = await db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_index WHERE NOT indisvalid").SingleAsync();
        var sums = await db.Database.SqlQueryRaw<long>(
            "SELECT coalesce(checksum_failures, 0) AS \"Value\" FROM pg_stat_database WHERE datname = current_database()").SingleAsync();
        var version = await db.Database.SqlQueryRaw<int>("SELECT current_setting('server_version_num')::int AS \"Value\"").SingleAsync();
        return (broken, sums, version) switch
        {
            (_, > 0, _) => Finding.Wrong($"The server found {sums} damaged pages.", "Restore the last backup on another disk."),
            ( > 0, _, _) => Finding.Wrong($"{broken} indexes are not valid.", "Run REINDEX DATABASE."),
            (_, _, < 150000) => Finding.Look("The server is older than PostgreSQL 15.", "We are tested from 15 on."),
            _ => Finding.Ok($"PostgreSQL {version / 10000} reports no damage."),
        };
    }

    private static async Task<Finding> RoomAsync(AssistantDb db, StorePlace place)
    {
        if (db.Database.IsNpgsql())
        {
            var size = await db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync();
            return Finding.Ok($"It takes {Megabytes(size)}; the room left is the server's to watch.");
        }

        var free = new DriveInfo(Path.GetFullPath(place.Folder)).AvailableFreeSpace;
        return free switch
        {
            < NoRoom => Finding.Wrong($"Only {Megabytes(free)} are free on its disk.", "Make room now: a full disk refuses what people say."),
            < LittleRoom => Finding.Look($"{Megabytes(free)} are free on its disk.", "Make room soon."),
            _ => Finding.Ok($"{Megabytes(free)} are free on its disk."),
        };
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / MegaByte} MB");
}
