using Assistant.Bot.Hosting;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store.Secrets;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Bot.Hosting.Secrets;

public sealed class KeyProofTests : IDisposable
{
    private static readonly DateTimeOffset Now = SmallTown.Moment("2026-03-10 07:00");
    private readonly TownStore store = TownStore.Open();

    private string KeyFile => Path.Combine(store.Folder, "keys", "assistant.keys");

    [TownFact]
    public async Task The_first_start_makes_a_key_file_that_only_its_owner_reads()
    {
        await StartAsync();

        Assert.Equal(await StartAsync(), KeyRing.Parse(await File.ReadAllTextAsync(KeyFile)).ActiveId);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TownFact]
    public async Task A_lost_key_file_stops_the_start_with_the_name_of_its_key_and_changes_nothing()
    {
        var key = await StartAsync();
        File.Move(KeyFile, KeyFile + ".away");

        var fault = await Assert.ThrowsAsync<StartupFault>(StartAsync);

        Assert.Contains($"'{key}'", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
        File.Move(KeyFile + ".away", KeyFile);
        Assert.Equal(key, await StartAsync());
    }

    [TownFact]
    public async Task Another_key_file_stops_the_start_and_stays_as_it_is()
    {
        var key = await StartAsync();
        var other = KeyRing.NewText(Now);
        await File.WriteAllTextAsync(KeyFile, other);

        var fault = await Assert.ThrowsAsync<StartupFault>(StartAsync);

        Assert.Contains($"'{key}'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(other, await File.ReadAllTextAsync(KeyFile));
    }

    [TownTheory]
    [InlineData(true, "sealed the values")]
    [InlineData(false, "'hash'")]
    public async Task A_key_of_the_same_name_that_is_another_one_is_told(bool sealing, string said)
    {
        await StartAsync();
        var lines = await File.ReadAllLinesAsync(KeyFile);
        var other = KeyRing.NewText(Now).Split('\n');
        var line = Array.FindIndex(lines, l => l.StartsWith(sealing ? 'k' : 'h'));
        lines[line] = $"{lines[line].Split(' ')[0]} {other[line].Split(' ')[1]}";
        await File.WriteAllLinesAsync(KeyFile, lines);

        Assert.Contains(said, (await Assert.ThrowsAsync<StartupFault>(StartAsync)).Message, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task A_file_that_is_no_ring_stops_the_start()
    {
        Directory.CreateDirectory(Path.Combine(store.Folder, "keys"));
        await File.WriteAllTextAsync(KeyFile, "nothing of the kind");

        Assert.Contains("no key ring", (await Assert.ThrowsAsync<StartupFault>(StartAsync)).Message, StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Keys_of_the_environment_leave_no_file()
    {
        var text = KeyRing.NewText(Now);

        Assert.Equal(KeyRing.Parse(text).ActiveId, await StartAsync(("Secrets:Keys", text.Replace('\n', ';'))));

        Assert.False(File.Exists(KeyFile));
    }

    [TownFact]
    public async Task A_person_is_found_by_her_address_after_a_restart_with_a_new_key_on_top()
    {
        await StartAsync();
        await using (var db = await store.Contexts(Place().Ring).CreateDbContextAsync())
        {
            db.Add(new ContactPoint { Id = ContactPointId.New(Now), Channel = "whatsapp", Address = "31612345678" });
            await db.SaveChangesAsync();
        }

        await File.WriteAllTextAsync(KeyFile, $"k2 {Convert.ToBase64String(new byte[32])}\n{await File.ReadAllTextAsync(KeyFile)}");

        Assert.Equal("k2", await StartAsync());
        await using var again = await store.Contexts(Place().Ring).CreateDbContextAsync();
        Assert.Equal("31612345678", (await ContactPoints.At(again, "whatsapp", "31612345678").SingleAsync()).Address);
    }

    public void Dispose() => store.Dispose();

    private KeyPlace Place(params (string Key, string Value)[] settings) => KeyPlace.Of(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
        new StorePlace(store.Address, store.Folder, false),
        Now);

    // As the program does at its start; returns the id of the key that seals.
    private Task<string> StartAsync() => StartAsync([]);

    private async Task<string> StartAsync(params (string Key, string Value)[] settings)
    {
        var place = Place(settings);
        await new KeyProof(place, store.Contexts(place.Ring), NullLogger<KeyProof>.Instance).ProveAsync(CancellationToken.None);
        return place.Ring.ActiveId;
    }
}
