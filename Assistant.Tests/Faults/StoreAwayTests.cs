using System.Globalization;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Faults;

public sealed class StoreAwayTests
{
    [FullFact]
    public async Task While_another_holds_the_database_nothing_is_accepted_and_nothing_is_set_aside()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        town.Resident("mevrouw Jansen").TakesPillsAt("08:00");
        await town.TickAsync();
        var inbox = InboxOf(town);
        Assert.True(await inbox.AcceptAsync(Said("before", town.Now), CancellationToken.None));
        town.Clock.MoveTo(SmallTown.Moment("2026-03-10 08:00"));

        await using (var other = await HoldAsync(town))
        {
            // Off the test's own thread: the driver waits for the file without letting go of its thread.
            var accepting = Task.Run(() => inbox.AcceptAsync(Said("during", town.Now), CancellationToken.None));
            var prompting = Task.Run(() => town.Get<IEnumerable<IDueJob>>().OfType<PromptDueReminders>().Single().RunAsync(CancellationToken.None));
            var refused = await Assert.ThrowsAnyAsync<Exception>(() => accepting);
            Assert.True(StoreFault.IsAway(refused), refused.ToString());
            Assert.True(StoreFault.IsAway(await Assert.ThrowsAnyAsync<Exception>(() => prompting)));
        }

        town.Faults.Expected();
        Assert.True(await inbox.AcceptAsync(Said("during", town.Now), CancellationToken.None));
        await town.TickAsync();
        town.Phone("mevrouw Jansen").Expect("medication.prompt");
        var heard = await town.ReadAsync(db => db.Set<InboxMessage>().AsNoTracking().ToListAsync());
        Assert.Equal(["before", "during"], heard.Select(m => m.Utterance.MessageKey).Order());
        Assert.False(await town.ReadAsync(db => db.Set<SetAsideRow>().AnyAsync()));
    }

    [FullFact]
    public async Task On_a_full_disk_what_was_accepted_stays_and_what_was_not_is_refused()
    {
        await using var town = await SmallTown.OpenAsync("2026-03-10 07:00");
        await town.TickAsync();
        await using var db = await town.Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var pages = await db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").SingleAsync();
        await using (var limit = db.Database.GetDbConnection().CreateCommand())
        {
            limit.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages + 4}");
            await limit.ExecuteNonQueryAsync();
        }


        var accepted = 0;
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                await PreparedRows.InsertAsync(db, [Row($"m{i}", town.Now)], CancellationToken.None);
                accepted++;
            }
        });

        Assert.True(StoreFault.IsAway(refused), refused.ToString());
        Assert.True(accepted > 0);
        Assert.Equal(accepted, await town.ReadAsync(other => other.Set<InboxMessage>().CountAsync()));
    }

    private static Inbox InboxOf(SmallTown town) => new(town.Contexts, town.Clock, town.Get<TickSignal>(), NullLogger<Inbox>.Instance);

    // Held past the time a writer of ours is patient.
    private static async Task<SqliteConnection> HoldAsync(SmallTown town)
    {
        var other = new SqliteConnection($"Data Source={town.StorePath};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    private static InboxMessage Row(string key, DateTimeOffset at) => new InboxMessage
    {
        Id = Guid.CreateVersion7(at), Channel = "webchat", MessageKey = key, Utterance = Said(key, at), ReceivedAt = at,
    }.StandsIn("jansen").Due(at);

    private static Utterance Said(string key, DateTimeOffset at) =>
        new() { Channel = "webchat", Address = "jansen", MessageKey = key, Text = new string('a', 500), SaidAt = at };
}
