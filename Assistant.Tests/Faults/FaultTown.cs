using System.Diagnostics;
using System.Globalization;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;

namespace Assistant.Tests.Faults;

/// <summary>Something that a channel sent.</summary>
internal sealed record Sent(DateTimeOffset At, Guid Message, string Text);

/// <summary>A town whose people can be reached on paper, so that houses in other processes can speak to them.</summary>
internal sealed class FaultTown : IAsyncDisposable
{
    public const string Tuesday = "2026-03-10";

    /// <summary>The day of somebody who is asked one thing, one time.</summary>
    public const int AskedOnce = 1;

    /// <summary>The day of somebody who is told one thing; then it is over.</summary>
    public const int ToldOnce = 3;

    // A crowd's other days are only work.
    private const string OnlyToday = "FREQ=DAILY;UNTIL=20260310";

    private int houses;

    private FaultTown(SmallTown small) => Small = small;

    public static DateTimeOffset Eight { get; } = SmallTown.Moment($"{Tuesday} 08:00");

    /// <summary>When everything of eight o'clock is over, one way or the other.</summary>
    public static DateTimeOffset Noon { get; } = SmallTown.Moment($"{Tuesday} 12:30");

    public SmallTown Small { get; }

    /// <summary>Where its rows are kept, as a house is told.</summary>
    public string Store => Small.Address switch
    {
        StoreAddress.Postgres server => server.ConnectionString,
        StoreAddress.SqliteFile file => file.Path,
        _ => throw new UnreachableException(),
    };

    /// <summary>How many residents it has; each has one thing to do at eight.</summary>
    public int Residents { get; private set; }

    /// <summary>An hour before eight, with so many residents, whose day differs with the seed.</summary>
    /// <param name="residents">How many.</param>
    /// <param name="seed">What their day is, and what else a test leaves to chance.</param>
    /// <param name="planned">Whether the day is planned already.</param>
    /// <param name="day">The same day for all; left to chance when left out.</param>
    /// <param name="server">A PostgreSQL of the test's own, that it may stop.</param>
    public static async Task<FaultTown> OpenAsync(
        int residents, int seed, bool planned = true, int? day = null, TownServer? server = null)
    {
        var store = server is null ? await TownStore.OpenAsync() : await TownStore.OnAsync(server);
        var town = new FaultTown(SmallTown.On(store, $"{Tuesday} 07:00")) { Residents = residents };
        var dice = new Random(seed);
        for (var i = 0; i < residents; i++)
        {
            town.Settle(Name(i), day ?? dice.Next(ToldOnce));
        }

        town.Reach("Ria");
        town.Reach(SmallTown.Organiser);
        await (planned ? town.Small.TickAsync() : town.Small.ReadAsync(_ => Task.FromResult(true)));
        return town;
    }

    /// <summary>The resident of this number.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"resident {number}");

    /// <summary>A name for one more house on it, and the paper of its own on which its channel writes.</summary>
    public (string Name, string Paper) NewHouse()
    {
        var number = Interlocked.Increment(ref houses);
        return (string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(Small.Folder)}/{number}"),
            Path.Combine(Small.Folder, string.Create(CultureInfo.InvariantCulture, $"{number}.paper")));
    }

    /// <summary>All that was sent, the first first; while houses still write, all whose line is whole.</summary>
    public IReadOnlyList<Sent> Sent() =>
        [.. Directory.EnumerateFiles(Small.Folder, "*.paper").SelectMany(Read).OrderBy(sent => sent.At)];

    private static List<Sent> Read(string paper)
    {
        using var reader = new StreamReader(new FileStream(paper, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').SkipLast(1).Select(line => line.Split('\t'))
            .Select(line => new Sent(DateTimeOffset.Parse(line[0], CultureInfo.InvariantCulture), Guid.Parse(line[1]), line[2]))];
    }

    /// <summary>Waits until this is so.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!isSo())
        {
            await look.WaitForNextTickAsync();
        }
    }

    public ValueTask DisposeAsync() => Small.DisposeAsync();

    private void Settle(string name, int day)
    {
        var home = Small.Resident(name);
        switch (day)
        {
            case 0:
                home.TakesImportantPillsAt("08:00").Asks("Ria");
                break;
            case AskedOnce:
                home.DoesAt("08:00", "stoelyoga", Importance.Ask, OnlyToday);
                break;
            case 2:
                home.TakesPillsAt("08:00");
                break;
            default:
                home.DoesAt("08:00", "stoelyoga", Importance.Mention, OnlyToday);
                break;
        }

        Reach(name);
    }

    private void Reach(string name)
    {
        var point = new ContactPoint { Id = ContactPointId.New(Small.Now), Channel = "paper", Address = name };
        Small.Add(point);
        Small.Add(new Reachability { PersonId = Small.Person(name).Id, ContactPointId = point.Id });
    }
}
