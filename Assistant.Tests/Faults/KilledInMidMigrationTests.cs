using Assistant.Tests.Bot.Commands.Keeping;
using Assistant.Tests.Town;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assistant.Tests.Faults;

public sealed class KilledInMidMigrationTests
{
    private const int MostTries = 20;

    // The lock of Entity Framework is there from before the first table until after the last one. Whoever then takes the
    // one write lock of the file holds the child in mid-migration, where it is killed.
    [FullFact]
    public async Task A_file_whose_migration_was_killed_is_brought_up_to_date_by_the_next_start()
    {
        for (var i = 0; i < MostTries; i++)
        {
            using var file = TownFile.Empty();
            using var child = ChildProgram.Start("migrate", Verbs.Setting(file.Address));
            if (!HoldsInMidMigration(file.Path, child, out var kept))
            {
                continue;
            }

            await child.KillAsync();
            await kept.DisposeAsync();

            using var next = ChildProgram.Start("migrate", Verbs.Setting(file.Address));
            var (status, output, error) = await next.EndAsync();
            Assert.Equal((0, ""), (status, error));
            Assert.Matches("brought it to", output);
            return;
        }

        Assert.Fail("No child was caught in mid-migration.");
    }

    // A lock on the first table's name is what the child waits for, its own tables not yet committed.
    [PostgresFact(OnlyInFull = true)]
    public async Task A_database_whose_migration_was_killed_is_brought_up_to_date_by_the_next_start()
    {
        var server = await TownServer.SharedAsync();
        var database = server.Empty();
        await using (var other = new NpgsqlConnection(database.ConnectionString))
        {
            await other.OpenAsync();
            await RunAsync(other, "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" varchar(150) PRIMARY KEY, \"ProductVersion\" varchar(32) NOT NULL)");
            await using var held = await other.BeginTransactionAsync();
            await RunAsync(other, "LOCK TABLE \"__EFMigrationsHistory\" IN SHARE MODE");
            using var child = ChildProgram.Start("migrate", Verbs.Setting(database));
            await UntilAsync(other, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '\"__EFMigrationsHistory\"'::regclass");
            await child.KillAsync();
        }

        using var next = ChildProgram.Start("migrate", Verbs.Setting(database));
        var (status, output, error) = await next.EndAsync();
        server.Drop(database);

        Assert.Equal((0, ""), (status, error));
        Assert.Matches("brought it to", output);
    }

    private static bool HoldsInMidMigration(string path, ChildProgram child, out SqliteConnection kept)
    {
        kept = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadWrite;Default Timeout=1");
        while (!child.HasEnded)
        {
            try
            {
                kept.Open();
                if (Ask(kept, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") == 1)
                {
                    Ask(kept, "BEGIN IMMEDIATE");
                    if (Ask(kept, "SELECT count(*) FROM __EFMigrationsLock") == 1)
                    {
                        return true;
                    }
                }
            }
            catch (SqliteException)
            {
                // Not there yet, or the child writes.
            }

            kept.Close();
        }

        kept.Dispose();
        return false;
    }

    private static long Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as long? ?? 0;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task UntilAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        while (await command.ExecuteScalarAsync() is 0L)
        {
        }
    }
}
