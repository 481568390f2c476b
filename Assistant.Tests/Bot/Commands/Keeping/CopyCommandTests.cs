using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Copying;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Commands.Keeping;

public sealed class CopyCommandTests : IDisposable
{
    private readonly TownFile source = TownFile.CopyAsync().GetAwaiter().GetResult();
    private readonly TownFile target = TownFile.Empty();

    [Fact]
    public async Task Every_row_arrives_in_a_new_file_and_opens_by_the_same_keys()
    {
        await FillAsync();

        var run = await Verbs.OnAsync(source.Address, "copy", "--to", target.Path);

        Assert.Equal(0, run.Status);
        Assert.Contains("both hold the same", run.Output, StringComparison.Ordinal);
        Assert.Contains("People: 6 rows", run.Error, StringComparison.Ordinal);
        Assert.Equal(await NamesAsync(source.Contexts()), await NamesAsync(target.Contexts()));
        Assert.IsType<MigrationOutcome.UpToDate>(await StoreSetup.MigrateAsync(target.Contexts(), target.Address, CancellationToken.None));
    }

    [PostgresFact]
    public async Task From_a_file_to_a_server_and_back_every_table_stays_what_it_was()
    {
        await FillAsync();
        var server = await TownServer.SharedAsync();
        var database = server.Empty();

        var there = await Verbs.OnAsync(source.Address, "copy", "--to", database.ConnectionString);
        var back = await Verbs.OnAsync(database, "copy", "--to", target.Path);

        Assert.Equal((0, 0), (there.Status, back.Status));
        Assert.Equal(ButTheLog(there), ButTheLog(back));
        Assert.Equal(await NamesAsync(source.Contexts()), await NamesAsync(target.Contexts()));
        server.Drop(database);
    }

    [Fact]
    public async Task A_target_with_rows_is_refused_and_left_alone()
    {
        await FillAsync();
        await Verbs.OnAsync(source.Address, "copy", "--to", target.Path);

        (await Verbs.OnAsync(source.Address, "copy", "--to", target.Path)).IsStoppedBy("holds rows already");

        Assert.NotEmpty(await NamesAsync(target.Contexts()));
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_copy_that_was_broken_off_says_so_is_not_served_and_can_be_run_again()
    {
        await FillAsync();
        using var store = await TownStore.OpenAsync();
        using var cut = new CancellationTokenSource();
        var copy = new StoreCopy(source.Contexts(), (store.Contexts(), store.Address));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy.RunAsync(
            table =>
            {
                if (table.Table == "People")
                {
                    cut.Cancel();
                }
            },
            cut.Token));

        (await Verbs.OnAsync(store.Address, "migrate")).IsStoppedBy("a copy that was broken off");
        var again = await copy.RunAsync(_ => { }, CancellationToken.None);

        Assert.IsType<CopyOutcome.Whole>(again);
        Assert.Equal(0, (await Verbs.OnAsync(store.Address, "migrate")).Status);
        Assert.Equal(await NamesAsync(source.Contexts()), await NamesAsync(store.Contexts()));
    }

    [Fact]
    public async Task What_was_written_in_the_source_meanwhile_is_told()
    {
        await FillAsync();
        var first = true;
        var outcome = await new StoreCopy(source.Contexts(), (target.Contexts(), target.Address)).RunAsync(
            _ =>
            {
                if (first)
                {
                    first = false;
                    using var db = source.Contexts().CreateDbContext();
                    db.Add(new Neighbourhood { Id = NeighbourhoodId.New(Verbs.Now), Name = "De Esdoorn", Country = "NL" });
                    db.SaveChanges();
                }
            },
            CancellationToken.None);

        Assert.Equal(new CopyOutcome.SourceMoved("Neighbourhoods"), outcome);
    }

    [Fact]
    public async Task A_value_that_arrives_otherwise_is_seen()
    {
        await FillAsync();
        await using var db = await source.Contexts().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var people = TableShape.Of(db).Single(table => table.Name == "People");
        var before = await new TableRows(db, people).SumAsync(CancellationToken.None);

        await db.Database.ExecuteSqlRawAsync("UPDATE \"People\" SET \"Language\" = 'en' WHERE \"Id\" = (SELECT min(\"Id\") FROM \"People\")");

        Assert.NotEqual(before, await new TableRows(db, people).SumAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Keys_that_do_not_open_the_source_stop_the_copy_before_it_begins()
    {
        await FillAsync();
        var run = await Verbs.RunAsync("copy", "--to", target.Path, Verbs.Setting(source.Address), $"--Secrets:Keys={KeyRing.NewText(Verbs.Now)}");

        run.IsStoppedBy("not on the key ring");
        Assert.False(File.Exists(target.Path));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_made() =>
        (await Verbs.OnAsync(target.Address, "copy", "--to", source.Path)).IsStoppedBy("There is no store");

    public void Dispose()
    {
        source.Dispose();
        target.Dispose();
    }

    private async Task FillAsync()
    {
        await Verbs.FillAsync(source.Contexts());
        await using var db = await source.Contexts().CreateDbContextAsync();
        await SealingKey.NoteAsync(db, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    // Each copy is an entry of the access log, so the second carries one more.
    private static IEnumerable<string> ButTheLog(Run run) =>
        run.Error.Split('\n').Where(line => !line.StartsWith("AccessEntries", StringComparison.Ordinal));

    private static async Task<List<string>> NamesAsync(IDbContextFactory<AssistantDb> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return [.. (await db.Set<Person>().ToListAsync()).Select(person => person.Name).Order(StringComparer.Ordinal)];
    }
}
