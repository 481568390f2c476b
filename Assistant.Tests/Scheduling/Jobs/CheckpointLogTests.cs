using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Scheduling.Jobs;

/// <summary>SQLite's log is emptied beside the writers: none of them does it in her commit.</summary>
public sealed class CheckpointLogTests : IDisposable
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 08:00");
    private readonly TownStore store = TownStore.Open();
    private readonly FakeClock clock = new(Now);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task What_was_committed_a_second_ago_is_in_the_file_itself()
    {
        var job = new CheckpointLog(store.Contexts(), clock);
        await AddPersonAsync("nl");
        await job.RunAsync(CancellationToken.None);
        Assert.Equal(0, await PeopleInTheFileAloneAsync());

        clock.MoveTo(Now + CheckpointLog.Every);
        await job.RunAsync(CancellationToken.None);

        Assert.Equal(1, await PeopleInTheFileAloneAsync());
    }

    [Fact]
    public async Task A_log_that_has_grown_long_begins_anew()
    {
        var job = new CheckpointLog(store.Contexts(), clock);
        await using var stays = await StaysOpenAsync();
        await AddPersonAsync(new string('x', CheckpointLog.ManyPages * 5000));
        var grown = new FileInfo($"{store.Path}-wal").Length;

        clock.MoveTo(Now + CheckpointLog.Every);
        await job.RunAsync(CancellationToken.None);
        await AddPersonAsync("nl");

        Assert.Equal(grown, new FileInfo($"{store.Path}-wal").Length);
    }

    [PostgresFact]
    public async Task On_a_server_there_is_nothing_to_do()
    {
        using var server = await TownStore.OnAsync(await TownServer.SharedAsync());
        var job = new CheckpointLog(server.Contexts(), clock);
        clock.MoveTo(Now + CheckpointLog.Every);

        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
    }

    private async Task AddPersonAsync(string language)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        db.Add(new Person { Id = PersonId.New(clock.GetUtcNow()), Name = "mevrouw Jansen", Language = language, TimeZoneId = SmallTown.ZoneId });
        await db.SaveChangesAsync();
    }

    // Whoever closes the file last takes the log away, and a test beside this one may empty the pool of connections.
    private async Task<SqliteConnection> StaysOpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={store.Path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"People\"";
        await command.ExecuteScalarAsync();
        return connection;
    }

    // A copy without the log beside it.
    private async Task<long> PeopleInTheFileAloneAsync()
    {
        var copy = Path.Combine(store.Folder, "alone.db");
        File.Copy(store.Path, copy, overwrite: true);
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM \"People\"";
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
