using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Scheduling.Jobs;

public sealed class ResealOldValuesTests : IDisposable
{
    // More than two batches.
    private const int People = 450;

    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");
    private readonly TownStore store = TownStore.Open();
    private readonly IDbContextFactory<AssistantDb> contexts;
    private readonly string oldKey;
    private string text = KeyRing.NewText(Now);

    public ResealOldValuesTests()
    {
        var ring = KeyRing.From(() => text);
        oldKey = ring.ActiveId;
        contexts = store.Contexts(ring);
    }

    [TownFact]
    public async Task A_new_key_on_top_seals_everything_afresh_while_the_program_runs()
    {
        await SettleAsync();
        PutOnTop("k2");

        Assert.Equal(2 * People, await RunAsync());
        Assert.Equal(0, await RunAsync(ResealOldValues.Grace));

        Assert.All(await StoredAsync(), value => Assert.Equal("k2", SealedText.KeyOf(value)));
        await using var db = await contexts.CreateDbContextAsync();
        Assert.Equal(
            Enumerable.Range(0, People).Select(i => $"resident {i}").Order(StringComparer.Ordinal),
            (await db.Set<Person>().Select(p => p.Name).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["k2"], await db.Set<SealingKey>().Select(k => k.Id).ToListAsync());
        Assert.NotNull(await ContactPoints.At(db, "whatsapp", "7").SingleOrDefaultAsync());
    }

    [TownFact]
    public async Task Then_the_old_line_may_go()
    {
        await SettleAsync();
        PutOnTop("k2");
        await RunAsync();
        await RunAsync(ResealOldValues.Grace);

        var without = KeyRing.Parse(string.Join('\n', text.Split('\n').Where(l => !l.StartsWith($"{oldKey} ", StringComparison.Ordinal))));

        await using var db = await store.Contexts(without).CreateDbContextAsync();
        Assert.Null(await SealingKey.ComplaintAsync(db, CancellationToken.None));
        Assert.Equal(People, (await db.Set<Person>().ToListAsync()).Count);
    }

    // The other node reads the file a quarter of an hour later; until then it seals with what it knows.
    [TownFact(QuickOnBoth = true)]
    public async Task What_another_node_sealed_with_the_old_key_meanwhile_is_sealed_afresh_before_that_key_may_go()
    {
        var other = store.Contexts(KeyRing.Parse(text));
        await SettleAsync();
        PutOnTop("k2");
        await RunAsync();
        await using (var late = await other.CreateDbContextAsync())
        {
            late.Add(new Person { Id = PersonId.New(Now), Name = "of the other node", Language = "nl", TimeZoneId = SmallTown.ZoneId });
            await late.SaveChangesAsync();
        }

        Assert.Equal(1, await RunAsync(ResealOldValues.Grace));

        Assert.All(await StoredAsync(), value => Assert.Equal("k2", SealedText.KeyOf(value)));
        await using var db = await contexts.CreateDbContextAsync();
        Assert.Equal(["k2"], await db.Set<SealingKey>().Select(k => k.Id).ToListAsync());
    }

    [TownFact]
    public async Task Without_a_new_key_nothing_is_written()
    {
        await SettleAsync();
        var before = await StoredAsync();

        Assert.Equal(0, await RunAsync());

        Assert.Equal(before, await StoredAsync());
    }

    [TownFact]
    public async Task A_value_that_no_key_opens_stays_and_the_old_key_with_it()
    {
        await SettleAsync();
        var broken = $"s1.{oldKey}.AAAA";
        await using (var db = await contexts.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"""UPDATE "People" SET "Name" = {broken} WHERE "Id" = (SELECT "Id" FROM "People" ORDER BY "Id" DESC LIMIT 1)""");
        }

        PutOnTop("k2");

        Assert.Equal((2 * People) - 1, await RunAsync());

        Assert.Equal(1, (await StoredAsync()).Count(value => value == broken));
        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal(2, await after.Set<SealingKey>().CountAsync());
    }

    [TownFact]
    public async Task What_is_written_meanwhile_is_not_lost()
    {
        await SettleAsync();
        PutOnTop("k2");
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await using var db = await contexts.CreateDbContextAsync();
                var person = await db.Set<Person>().OrderBy(p => p.Id).Skip(i * 20).FirstAsync();
                person.Name = $"new name {i}";
                await db.SaveChangesAsync();
            }
        });

        await Task.WhenAll(writing, RunAsync());

        await using var after = await contexts.CreateDbContextAsync();
        Assert.Equal(20, (await after.Set<Person>().ToListAsync()).Count(p => p.Name.StartsWith("new name", StringComparison.Ordinal)));
    }

    public void Dispose() => store.Dispose();

    private void PutOnTop(string id) => text = $"{id} {Convert.ToBase64String(new byte[32])}\n{text}";

    private Task<int> RunAsync(TimeSpan later = default) =>
        new ResealOldValues(contexts, new FakeClock(Now + later), NullLogger<ResealOldValues>.Instance).RunAsync(CancellationToken.None);

    private async Task SettleAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await SealingKey.NoteAsync(db, CancellationToken.None);
        for (var i = 0; i < People; i++)
        {
            db.AddRange(
                new Person { Id = PersonId.New(Now), Name = $"resident {i}", Language = "nl", TimeZoneId = SmallTown.ZoneId },
                new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = $"{i}" });
        }

        await db.SaveChangesAsync();
    }

    private async Task<List<string>> StoredAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.Database.SqlQueryRaw<string>(
            "SELECT \"Name\" AS \"Value\" FROM \"People\" UNION ALL SELECT \"Address\" FROM \"ContactPoints\"").ToListAsync();
    }
}
