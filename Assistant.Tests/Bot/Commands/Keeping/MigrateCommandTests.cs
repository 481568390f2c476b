using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Commands.Keeping;

public sealed class MigrateCommandTests
{
    [Fact]
    public async Task A_new_store_is_made_and_a_second_time_nothing_is_done()
    {
        using var file = TownFile.Empty();

        var first = await Verbs.OnAsync(file.Address, "migrate");
        var second = await Verbs.OnAsync(file.Address, "migrate");

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.Matches(@"is new; \d+ steps brought it to \d{14}_\w+\.", first.Output);
        Assert.Contains("nothing was to be done", second.Output, StringComparison.Ordinal);
        Assert.Contains("with 0 rows", second.Output, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task An_empty_database_of_a_server_is_made_likewise()
    {
        var server = await TownServer.SharedAsync();
        var database = server.Empty();

        var first = await Verbs.OnAsync(database, "migrate");
        var second = await Verbs.OnAsync(database, "migrate");

        Assert.Matches(@"is new; \d+ steps", first.Output);
        Assert.Contains("nothing was to be done", second.Output, StringComparison.Ordinal);
        server.Drop(database);
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_store_that_a_newer_program_made_is_refused_and_left_alone()
    {
        using var store = await TownStore.OpenAsync();
        await using (var db = await store.Contexts().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99')");
        }

        (await Verbs.OnAsync(store.Address, "migrate")).IsStoppedBy("20991231000000_Later, made by a newer program");

        Assert.IsType<MigrationOutcome.MadeByNewer>(await StoreSetup.MigrateAsync(store.Contexts(), store.Address, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_in_one_sentence_without_the_password() =>
        Assert.DoesNotContain("geheim", await StoppedAsync("Host=127.0.0.1;Port=1;Database=x;Password=geheim", "does not answer"), StringComparison.Ordinal);

    [Fact]
    public async Task A_connection_string_that_is_none_is_not_repeated() =>
        Assert.DoesNotContain("geheim", await StoppedAsync("Pasword=geheim", "not a PostgreSQL connection string"), StringComparison.Ordinal);

    [PostgresFact]
    public async Task A_database_that_is_not_there_is_told_in_one_sentence()
    {
        var server = await TownServer.SharedAsync();
        var database = server.Empty();
        server.Drop(database);

        (await Verbs.OnAsync(database, "migrate")).IsStoppedBy("There is no database");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_in_one_sentence_and_stays_as_it_is()
    {
        using var file = TownFile.Empty();
        await File.WriteAllTextAsync(file.Path, "a shopping list, and no database at all");

        (await Verbs.OnAsync(file.Address, "migrate")).IsStoppedBy("no database of ours");

        Assert.Equal("a shopping list, and no database at all", await File.ReadAllTextAsync(file.Path));
    }

    [Fact]
    public async Task The_demo_is_not_migrated() =>
        (await Verbs.RunAsync("migrate", "--Demo=true")).IsStoppedBy("Demo is on");

    private static async Task<string> StoppedAsync(string connection, string words)
    {
        var run = await Verbs.OnAsync(new StoreAddress.Postgres(connection), "migrate");
        run.IsStoppedBy(words);
        return run.Error;
    }
}
