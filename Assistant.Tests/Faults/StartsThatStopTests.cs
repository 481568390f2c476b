using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Bot.Commands.Keeping;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Faults;

/// <summary>The program itself, started on what it cannot serve: it ends with one sentence and status 2.</summary>
public sealed class StartsThatStopTests
{
    [Fact]
    public Task A_server_that_is_not_there() =>
        StopsAsync("does not answer", Verbs.Setting(new StoreAddress.Postgres("Host=127.0.0.1;Port=1;Database=x;Password=geheim")));

    [Fact]
    public Task A_connection_string_that_is_none() => StopsAsync("not a PostgreSQL connection string", "--ConnectionStrings:Assistant=Pasword=geheim");

    [Fact]
    public Task A_ring_that_is_none() => StopsAsync("is no key ring", "--Demo=false", "--Secrets:Keys=nothing of the kind");

    [Fact]
    public async Task A_lost_key_with_the_values_it_closes_which_stay_as_they_are()
    {
        using var file = await TownFile.CopyAsync();
        await Verbs.FillAsync(file.Contexts());
        await using (var db = await file.Contexts().CreateDbContextAsync())
        {
            await SealingKey.NoteAsync(db, CancellationToken.None);
            await db.SaveChangesAsync();
        }

        var before = await NamesAsync(file);

        await StopsAsync("6 in People.Name", "--Demo=false", Verbs.Setting(file.Address), $"--Secrets:Keys={KeyRing.NewText(Verbs.Now)}");

        Assert.Equal(before, await NamesAsync(file));
    }

    [Fact]
    public async Task A_store_that_a_newer_program_made()
    {
        using var file = await TownFile.CopyAsync();
        await using (var db = await file.Contexts().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99')");
        }

        await StopsAsync("made by a newer program", "--Demo=false", Verbs.Setting(file.Address));
    }

    private static async Task StopsAsync(string words, params string[] settings)
    {
        using var child = ChildProgram.Start([.. settings, "--Urls=http://127.0.0.1:0"]);
        var (status, output, error) = await child.EndAsync();

        Assert.Equal((2, ""), (status, output));
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<List<string>> NamesAsync(TownFile file)
    {
        await using var db = await file.Contexts().CreateDbContextAsync();
        return await db.Database.SqlQueryRaw<string>("SELECT \"Name\" AS \"Value\" FROM \"People\" ORDER BY \"Id\"").ToListAsync();
    }
}
