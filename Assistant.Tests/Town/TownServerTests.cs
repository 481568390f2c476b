using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Town;

/// <summary>The server of the tests keeps, falls and comes back as a real one.</summary>
public sealed class TownServerTests
{
    [PostgresFact]
    public async Task What_was_stored_is_there_again_after_the_server_fell_over()
    {
        await using var server = await TownServer.StartAsync();
        using var store = await TownStore.OnAsync(server);
        var contexts = store.Contexts();
        await using (var db = await contexts.CreateDbContextAsync())
        {
            db.Add(new Neighbourhood { Id = NeighbourhoodId.New(DateTimeOffset.UnixEpoch), Name = "Lindenhof", Country = "NL" });
            await db.SaveChangesAsync();
        }

        await server.StopAsync(atOnce: true);
        await using (var db = await contexts.CreateDbContextAsync())
        {
            var away = await Assert.ThrowsAnyAsync<Exception>(() => db.Set<Neighbourhood>().CountAsync());
            Assert.True(StoreFault.IsAway(away), away.ToString());
        }

        await server.StartAgainAsync();
        await using var again = await contexts.CreateDbContextAsync();
        Assert.Equal(1, await again.Set<Neighbourhood>().CountAsync());
    }

    [TownFact(QuickOnBoth = true)]
    public async Task Every_town_has_a_store_of_its_own()
    {
        using var one = await TownStore.OpenAsync();
        using var other = await TownStore.OpenAsync();
        await using (var db = await one.Contexts().CreateDbContextAsync())
        {
            db.Add(new Neighbourhood { Id = NeighbourhoodId.New(DateTimeOffset.UnixEpoch), Name = "Lindenhof", Country = "NL" });
            await db.SaveChangesAsync();
        }

        await using var there = await other.Contexts().CreateDbContextAsync();
        Assert.Equal(0, await there.Set<Neighbourhood>().CountAsync());
        Assert.Equal(TownStore.Current is StoreKind.Postgres, there.Database.IsNpgsql());
    }
}
