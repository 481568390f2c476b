using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Commands.Keeping;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scheduling.Consent;

/// <summary>The chain as somebody meets it who may write the database but has not the keys.</summary>
public sealed class AccessChainTests
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");
    private static readonly ResidentId Jansen = ResidentId.New(Now);
    private static readonly PersonId Marijke = PersonId.New(Now);

    [TownFact(QuickOnBoth = true)]
    public async Task What_was_written_is_whole_and_lies_in_the_order_of_writing()
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 7);

        await using var db = await store.Contexts().CreateDbContextAsync();
        var whole = Assert.IsType<AccessProof.Whole>(await AccessProof.ReadAsync(db, CancellationToken.None));

        Assert.Equal((7, 7), (whole.Entries, whole.Last));
        Assert.Equal(
            Enumerable.Range(0, 7).Select(i => Now.AddMinutes(i)),
            await db.Set<AccessEntry>().OrderBy(e => e.Sequence).Select(e => e.At).ToListAsync());
        Assert.False(await db.Set<AccessWaiting>().AnyAsync());
    }

    [TownTheory(QuickOnBoth = true)]
    [InlineData("UPDATE \"AccessEntries\" SET \"ResidentId\" = NULL WHERE \"Sequence\" = 3")]
    [InlineData("DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 3")]
    [InlineData("DELETE FROM \"AccessEntries\"")]
    public async Task The_database_itself_refuses_to_change_or_to_lose_an_entry(string sql)
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 5);
        await using var db = await store.Contexts().CreateDbContextAsync();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("only added to", refused.Message, StringComparison.Ordinal);
        Assert.IsType<AccessProof.Whole>(await AccessProof.ReadAsync(db, CancellationToken.None));
    }

    [TownTheory(QuickOnBoth = true)]
    [InlineData(3, "UPDATE \"AccessEntries\" SET \"Role\" = 'Circle' WHERE \"Sequence\" = 3")]
    [InlineData(3, "UPDATE \"AccessEntries\" SET \"At\" = \"At\" + 1 WHERE \"Sequence\" = 3")]
    [InlineData(3, "UPDATE \"AccessEntries\" SET \"ResidentId\" = NULL WHERE \"Sequence\" = 3")]
    [InlineData(3, "DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 3")]
    [InlineData(1, "DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 1")]
    [InlineData(5, "DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 5")]
    [InlineData(1, "DELETE FROM \"AccessEntries\"")]
    [InlineData(2, "UPDATE \"AccessEntries\" SET \"Sequence\" = -1 WHERE \"Sequence\" = 2; UPDATE \"AccessEntries\" SET \"Sequence\" = 2 WHERE \"Sequence\" = 4; UPDATE \"AccessEntries\" SET \"Sequence\" = 4 WHERE \"Sequence\" = -1")]
    [InlineData(6, "INSERT INTO \"AccessEntries\" SELECT 6, \"At\", \"Event\", \"PersonId\", \"Part\", \"Role\", \"OnBehalfOf\", \"ResidentId\", \"What\", \"Route\", \"Node\", \"Purpose\", \"Outcome\", \"Hash\" FROM \"AccessEntries\" WHERE \"Sequence\" = 5")]
    [InlineData(0, "DELETE FROM \"AccessEntries\" WHERE \"Sequence\" = 5; UPDATE \"AccessHeads\" SET \"Sequence\" = 4, \"Hash\" = (SELECT \"Hash\" FROM \"AccessEntries\" WHERE \"Sequence\" = 4)")]
    [InlineData(0, "UPDATE \"AccessHeads\" SET \"Base\" = 2")]
    [InlineData(0, "DELETE FROM \"AccessHeads\"")]
    public async Task Whoever_takes_the_guard_away_and_tampers_is_seen_at_the_first_entry_touched(int first, string sql)
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 5);
        await using (var owner = await store.Contexts().CreateDbContextAsync())
        {
            await owner.Database.ExecuteSqlRawAsync(owner.Database.IsNpgsql()
                ? "ALTER TABLE \"AccessEntries\" DISABLE TRIGGER ALL"
                : "DROP TRIGGER \"AccessEntries_Update\"; DROP TRIGGER \"AccessEntries_Delete\"");
            await owner.Database.ExecuteSqlRawAsync(sql);
        }

        await using var db = await store.Contexts().CreateDbContextAsync();
        Assert.Equal(first, Assert.IsType<AccessProof.Broken>(await AccessProof.ReadAsync(db, CancellationToken.None)).Sequence);
    }

    [TownFact]
    public async Task The_verifier_is_a_command_that_names_the_entry()
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 5);
        var whole = await Verbs.OnAsync(store.Address, "access-log", "verify");
        await using (var owner = await store.Contexts().CreateDbContextAsync())
        {
            await owner.Database.ExecuteSqlRawAsync(owner.Database.IsNpgsql()
                ? "ALTER TABLE \"AccessEntries\" DISABLE TRIGGER ALL" : "DROP TRIGGER \"AccessEntries_Update\"");
            await owner.Database.ExecuteSqlRawAsync("UPDATE \"AccessEntries\" SET \"Route\" = 'elsewhere' WHERE \"Sequence\" = 4");
        }

        Assert.Equal(0, whole.Status);
        Assert.Contains("is whole: 5 entries up to 5", whole.Output, StringComparison.Ordinal);
        (await Verbs.OnAsync(store.Address, "access-log", "verify")).IsStoppedBy("entry 4 was changed");
    }

    [TownFact]
    public async Task Showing_the_entries_of_a_resident_is_an_entry_too()
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 2);

        var first = await Verbs.OnAsync(store.Address, "access-log", "show", "--resident", Jansen.ToString());
        await SealAsync(store);
        var second = await Verbs.OnAsync(store.Address, "access-log", "show", "--resident", Jansen.ToString());

        Assert.Equal((2, 3), (first.Output.Split('\n').Length - 1, second.Output.Split('\n').Length - 1));
        Assert.Contains("\tOperator\taccess-log show\t", second.Output, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Two_nodes_that_seal_at_once_make_one_chain()
    {
        using var store = await TownStore.OpenAsync();
        await NoteAsync(store, 200);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAsync(store)));
        await SealAsync(store);

        await using var db = await store.Contexts().CreateDbContextAsync();
        Assert.Equal(200, Assert.IsType<AccessProof.Whole>(await AccessProof.ReadAsync(db, CancellationToken.None)).Entries);
    }

    [TownFact(QuickOnBoth = true)]
    public async Task After_five_years_the_beginning_goes_and_the_rest_is_still_whole()
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 5);
        var later = Now + AccessChain.Keep + TimeSpan.FromMinutes(2.5);
        await using var db = await store.Contexts().CreateDbContextAsync();

        Assert.Equal(3, await AccessChain.ForgetAsync(db, later, CancellationToken.None));
        Assert.Equal(0, await AccessChain.ForgetAsync(db, later, CancellationToken.None));
        await SealAsync(store);

        await using var after = await store.Contexts().CreateDbContextAsync();
        var whole = Assert.IsType<AccessProof.Whole>(await AccessProof.ReadAsync(after, CancellationToken.None));
        Assert.Equal((3, 6), (whole.Entries, whole.Last));
        Assert.Equal("retention", (await after.Set<AccessEntry>().SingleAsync(e => e.Sequence == 6)).Route);
    }

    [TownFact]
    public async Task She_can_hear_who_looked_and_is_not_told_of_herself()
    {
        using var store = await TownStore.OpenAsync();
        await WriteAsync(store, 3);
        await NoteAsync(store, 1, new AccessNote(
            AccessEvent.Read, AccessActor.Of(PersonId.New(Now), AccessRole.Resident), Jansen, DataCategories.Talk, "chat", AccessPurpose.OwnRequest));
        await NoteAsync(store, 1, new AccessNote(
            AccessEvent.Update, AccessActor.Program("PlanTheDay"), Jansen, DataCategories.DayPlan, "jobs", AccessPurpose.Care));
        await SealAsync(store);

        await using var db = await store.Contexts().CreateDbContextAsync();
        var seen = Assert.Single(await new AccessLog(db, Now).WhoLookedAsync(Jansen, Now.AddMinutes(1), CancellationToken.None));

        Assert.Equal(new AccessSeen(Marijke, AccessRole.Organiser, Now.AddMinutes(2), 2, DataCategories.DayPlan), seen);
        Assert.Empty(await new AccessLog(db, Now).WhoLookedAsync(ResidentId.New(Now), Now, CancellationToken.None));
    }

    [TownFact]
    public async Task Who_keeps_looking_at_a_page_looked_once_and_once_more_a_while_later()
    {
        using var store = await TownStore.OpenAsync();
        var clock = new FakeClock(Now);
        var reads = new AccessReads(store.Contexts(), clock);
        for (var i = 0; i < 20; i++)
        {
            await reads.NoteAsync(AccessActor.Of(Marijke, AccessRole.Organiser), [Jansen, Jansen], (DataCategories.DayPlan, "page"), CancellationToken.None);
            clock.MoveTo(clock.GetUtcNow().AddMinutes(1));
        }

        await using var db = await store.Contexts().CreateDbContextAsync();
        Assert.Equal(2, await db.Set<AccessWaiting>().CountAsync());
    }

    private static async Task WriteAsync(TownStore store, int lines)
    {
        await NoteAsync(store, lines);
        await SealAsync(store);
    }

    private static async Task NoteAsync(TownStore store, int lines, AccessNote? line = null)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        for (var i = 0; i < lines; i++)
        {
            new AccessLog(db, Now.AddMinutes(i)).Note(line ?? new AccessNote(
                AccessEvent.Read, AccessActor.Of(Marijke, AccessRole.Organiser), Jansen, DataCategories.DayPlan, "dashboard/today", AccessPurpose.Care));
        }

        await db.SaveChangesAsync();
    }

    private static async Task SealAsync(TownStore store)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        while (await AccessChain.SealAsync(db, CancellationToken.None) > 0)
        {
        }
    }
}
