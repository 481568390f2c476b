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

    /// <summary>The file on which its channel writes.</summary>
    public string Paper => Path.Combine(Small.Folder, "paper.txt");

    /// <summary>How many residents it has; each has one thing to do at eight.</summary>
    public int Residents { get; private set; }

    /// <summary>An hour before eight, with so many residents, whose day differs with the seed.</summary>
    /// <param name="residents">How many.</param>
    /// <param name="seed">What their day is, and what else a test leaves to chance.</param>
    /// <param name="planned">Whether the day is planned already.</param>
    /// <param name="onlyTold">Whether each is only told of something, which is over when it is said.</param>
    /// <param name="server">A PostgreSQL of the test's own, that it may stop.</param>
    public static async Task<FaultTown> OpenAsync(
        int residents, int seed, bool planned = true, bool onlyTold = false, TownServer? server = null)
    {
        var store = server is null ? await TownStore.OpenAsync() : await TownStore.OnAsync(server);
        var town = new FaultTown(SmallTown.On(store, $"{Tuesday} 07:00")) { Residents = residents };
        var dice = new Random(seed);
        for (var i = 0; i < residents; i++)
        {
            town.Settle(Name(i), onlyTold ? 3 : dice.Next(3));
        }

        town.Reach("Ria");
        town.Reach(SmallTown.Organiser);
        await (planned ? town.Small.TickAsync() : town.Small.ReadAsync(_ => Task.FromResult(true)));
        return town;
    }

    /// <summary>The resident of this number.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"resident {number}");

    /// <summary>A name for one more house on it.</summary>
    public string NewHouse() => $"{Path.GetFileName(Small.Folder)}/{Interlocked.Increment(ref houses)}";

    /// <summary>All that was sent, the first first.</summary>
    public IReadOnlyList<Sent> Sent() => !File.Exists(Paper) ? [] :
        [.. File.ReadLines(Paper).Select(line => line.Split('\t'))
            .Select(line => new Sent(DateTimeOffset.Parse(line[0], CultureInfo.InvariantCulture), Guid.Parse(line[1]), line[2]))];

    public ValueTask DisposeAsync() => Small.DisposeAsync();

    private void Settle(string name, int day)
    {
        var home = Small.Resident(name);
        switch (day)
        {
            case 0:
                home.TakesImportantPillsAt("08:00").Asks("Ria");
                break;
            case 1:
                home.DoesAt("08:00", "stoelyoga", Importance.Ask);
                break;
            case 2:
                home.TakesPillsAt("08:00");
                break;
            default:
                home.DoesAt("08:00", "stoelyoga", Importance.Mention);
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
