using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scheduling.Store;

/// <summary>The claim looks four times a second at each table: it may never read a table through.</summary>
public sealed class ClaimPlanTests
{
    private const int Rows = 100_000;
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 08:00");

    [PostgresFact]
    public Task Of_a_hundred_thousand_messages_the_few_that_wait_are_found_by_their_index() => ByIndexAsync(oneIn: 1000, found: 100);

    [PostgresFact]
    public Task When_all_of_them_wait_the_first_are_taken_by_their_index() => ByIndexAsync(oneIn: 1, found: RowClaim.BatchSize);

    private static async Task ByIndexAsync(int oneIn, int found)
    {
        using var store = await TownStore.OnAsync(await TownServer.SharedAsync());
        await using var db = await store.Contexts().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await FillAsync(db, oneIn);
        var before = await ScansAsync(db);

        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            var claimed = await RowClaim.TakeUpAsync<OutboundMessage>(db, Now.AddDays(1), CancellationToken.None);
            Assert.Equal(found, (await RowClaim.HoldAsync<OutboundMessage>(db, claimed, CancellationToken.None)).Count);
            await transaction.CommitAsync();
        }

        var after = await ScansAsync(db);
        Assert.Equal(before["table"], after["table"]);
        Assert.Equal(before["IX_OutboundMessages_NextActionAt"] + 1, after["IX_OutboundMessages_NextActionAt"]);
        Assert.True(after["PK_OutboundMessages"] > before["PK_OutboundMessages"]);
    }

    // One message, and then copies of it that differ in what must differ.
    private static async Task FillAsync(AssistantDb db, int oneIn)
    {
        var to = new Person { Id = PersonId.New(Now), Name = "mevrouw Jansen", Language = "nl", TimeZoneId = SmallTown.ZoneId };
        db.Add(to);
        await db.SaveChangesAsync();
        new Outbox(db, Now).Put(to.Id, "first", Saying.Of("conversation.greeting"), Ground.Nobody);
        await db.SaveChangesAsync();
        var columns = db.Model.FindEntityType(typeof(OutboundMessage))?.GetProperties().Select(p => p.Name).ToList() ?? [];
        var values = columns.Select(column => column switch
        {
            nameof(OutboundMessage.Id) => "gen_random_uuid()",
            nameof(OutboundMessage.DedupeKey) => "'copy ' || n",
            nameof(OutboundMessage.NextActionAt) => $"CASE WHEN n % {oneIn} = 0 THEN \"NextActionAt\" + n END",
            _ => $"\"{column}\"",
        });
        await RunAsync(db, $"INSERT INTO \"OutboundMessages\" (\"{string.Join("\", \"", columns)}\") SELECT {string.Join(", ", values)} FROM \"OutboundMessages\", generate_series(1, {Rows}) AS n");
        await RunAsync(db, "DELETE FROM \"OutboundMessages\" WHERE \"DedupeKey\" = 'first'");
        await RunAsync(db, "VACUUM ANALYZE \"OutboundMessages\"");
    }

    // How often the table was read through, and how often each of its indexes was used.
    private static async Task<Dictionary<string, long>> ScansAsync(AssistantDb db)
    {
        await RunAsync(db, "DO $$ BEGIN PERFORM pg_stat_force_next_flush(); END $$");
        var scans = await db.Database.SqlQueryRaw<string>(
            """
            SELECT 'table=' || seq_scan AS "Value" FROM pg_stat_user_tables WHERE relname = 'OutboundMessages'
            UNION ALL SELECT indexrelname || '=' || idx_scan FROM pg_stat_user_indexes WHERE relname = 'OutboundMessages'
            """).ToListAsync();
        return scans.Select(scan => scan.Split('=')).ToDictionary(scan => scan[0], scan => long.Parse(scan[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task<int> RunAsync(AssistantDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal));
}
