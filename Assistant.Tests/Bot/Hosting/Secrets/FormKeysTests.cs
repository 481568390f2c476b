using Assistant.Bot.Hosting;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Bot.Hosting.Secrets;

public sealed class FormKeysTests
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");

    [TownFact(QuickOnBoth = true)]
    public async Task A_form_of_before_a_restart_is_known_to_every_node_and_its_key_lies_sealed()
    {
        using var store = await TownStore.OpenAsync();

        var form = Node(store).Protect("a form");

        Assert.Equal("a form", Node(store).Unprotect(form));
        Assert.All(await StoredAsync(store), xml => Assert.Equal(TownFile.Ring.ActiveId, SealedText.KeyOf(xml)));
    }

    [TownFact]
    public async Task A_form_outlives_the_key_that_sealed_its_key()
    {
        using var store = await TownStore.OpenAsync();
        var form = Node(store).Protect("a form");
        var ring = KeyRing.Parse($"k2 {Convert.ToBase64String(new byte[32])}\n{TownFile.Keys}");
        var contexts = store.Contexts(ring);
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.Add(new SealingKey { Id = TownFile.Ring.ActiveId, Proof = "", HashProof = "" });
            await db.SaveChangesAsync();
        }

        await new ResealOldValues(contexts, new FakeClock(Now), NullLogger<ResealOldValues>.Instance).RunAsync(CancellationToken.None);

        Assert.All(await StoredAsync(store), xml => Assert.Equal("k2", SealedText.KeyOf(xml)));
        Assert.Equal("a form", Node(store, ring).Unprotect(form));
    }

    // As a start of the program registers it.
    private static IDataProtector Node(TownStore store, KeyRing? ring = null) => new ServiceCollection().AddLogging()
        .AddSingleton<TimeProvider>(new FakeClock(Now)).AddStore(store.Address, BotSetup.Tables, ring ?? TownFile.Ring).AddFormKeys()
        .BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<List<string>> StoredAsync(TownStore store)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        var all = await db.Database.SqlQueryRaw<string>("SELECT \"Xml\" AS \"Value\" FROM \"FormKeys\"").ToListAsync();
        Assert.NotEmpty(all);
        return all;
    }
}
