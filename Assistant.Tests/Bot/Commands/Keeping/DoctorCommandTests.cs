using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Commands.Keeping;

public sealed class DoctorCommandTests
{
    [TownFact(QuickOnBoth = true)]
    public async Task A_house_in_order_has_nothing_wrong()
    {
        using var store = await SettledAsync();

        var run = await Verbs.OnAsync(store.Address, "doctor");

        Assert.Equal("", run.Error);
        Assert.DoesNotContain("wrong", run.Output, StringComparison.Ordinal);
        Assert.All(
            ["answers, and is at", "It can be written", "keys are those of this store", "opens all of its", "PlanTheDay last ran", "WhatsApp is not configured"],
            words => Assert.Contains(words, run.Output, StringComparison.Ordinal));
        Assert.All(run.Output.TrimEnd().Split('\n'), line => Assert.Matches("^(ok|look|wrong) ", line));
    }

    [TownFact]
    public async Task It_changes_nothing()
    {
        using var store = await SettledAsync();
        var before = await SumsAsync(store);

        await Verbs.OnAsync(store.Address, "doctor");

        Assert.Equal(before, await SumsAsync(store));
    }

    [TownFact(QuickOnBoth = true)]
    public async Task A_lost_key_is_told_with_the_values_it_closed_and_nothing_is_written_over_them()
    {
        using var store = await SettledAsync();
        var before = await SumsAsync(store);

        var run = await Verbs.RunAsync("doctor", Verbs.Setting(store.Address), $"--Secrets:Keys={KeyRing.NewText(Verbs.Now)}");

        Assert.Equal(2, run.Status);
        Assert.Contains("which is not on the key ring", run.Output, StringComparison.Ordinal);
        Assert.Contains("6 in People.Name", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await SumsAsync(store));
    }

    [TownFact]
    public async Task Rows_that_nobody_takes_up_and_messages_that_failed_are_told()
    {
        using var store = await SettledAsync();
        await using (var db = await store.Contexts().CreateDbContextAsync())
        {
            var to = (await db.Set<Person>().FirstAsync()).Id;
            db.Add(Message(to, "late", Verbs.Now.AddHours(-1)));
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"SetAsideRows\" VALUES ({0}, 'Reminders', {1}, 'FormatException', {2})",
                Guid.CreateVersion7(Verbs.Now), Guid.CreateVersion7(Verbs.Now), Conversions.ToMicroseconds(Verbs.Now));
        }

        var run = await Verbs.OnAsync(store.Address, "doctor");

        Assert.Equal(2, run.Status);
        Assert.Contains("wrong 1 rows of OutboundMessages wait since 2026-03-10 05:00Z", run.Output, StringComparison.Ordinal);
        Assert.Contains("look  1 rows were set aside", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_looked_for_and_not_made()
    {
        using var file = TownFile.Empty();

        var run = await Verbs.OnAsync(file.Address, "doctor");

        Assert.Equal(1, run.Status);
        Assert.Contains("look  There is no store", run.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(file.Folder));
    }

    [Fact]
    public async Task A_key_file_that_others_may_read_is_wrong()
    {
        using var file = await TownFile.CopyAsync();
        var keys = Path.Combine(file.Folder, "open.keys");
        await File.WriteAllTextAsync(keys, TownFile.Keys);
        if (OperatingSystem.IsWindows())
        {
            return; // who may read a file is said otherwise there
        }

        File.SetUnixFileMode(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var run = await Verbs.RunAsync("doctor", Verbs.Setting(file.Address), $"--Secrets:KeyFile={keys}");

        Assert.Contains("wrong Others on this machine may read", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_a_half_channel_and_a_broken_key_file_are_each_a_line()
    {
        using var file = TownFile.Empty();
        await File.WriteAllTextAsync(file.Path, "a shopping list, and no database at all");

        var run = await Verbs.RunAsync("doctor", Verbs.Setting(file.Address), "--Secrets:Keys=nothing", "--Channels:WhatsApp:AppSecret=x");

        Assert.Equal(2, run.Status);
        Assert.All(
            ["no key ring", "PhoneNumberId is missing", "no database of ours"],
            words => Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("wrong", StringComparison.Ordinal) && line.Contains(words, StringComparison.Ordinal)));
    }

    private static async Task<TownStore> SettledAsync()
    {
        var store = await TownStore.OpenAsync();
        await Verbs.FillAsync(store.Contexts());
        await using var db = await store.Contexts().CreateDbContextAsync();
        await SealingKey.NoteAsync(db, CancellationToken.None);
        foreach (var job in JobRun.Every.Keys)
        {
            db.Add(new JobRun { Name = job, EndedAt = Verbs.Now });
        }

        await db.SaveChangesAsync();
        return store;
    }

    private static async Task<List<string>> SumsAsync(TownStore store)
    {
        await using var db = await store.Contexts().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var sums = new List<string>();
        foreach (var table in Assistant.Scheduling.Store.Copying.TableShape.Of(db))
        {
            sums.Add((await new Assistant.Scheduling.Store.Copying.TableRows(db, table).SumAsync(CancellationToken.None)).ToString());
        }

        return sums;
    }

    private static OutboundMessage Message(PersonId to, string key, DateTimeOffset at) => new OutboundMessage
    {
        Id = MessageId.New(at), To = to, DedupeKey = key, Ground = Ground.Nobody, Saying = Saying.Of("checkin.ask"), CreatedAt = at, ValidUntil = at + Outbox.DefaultValidity,
    }.Due(at);
}
