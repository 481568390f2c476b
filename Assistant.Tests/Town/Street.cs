using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Town;

/// <summary>People who are reached on several lines, some of them on one telephone: the whole house but the real channels.</summary>
internal sealed class Street : IAsyncDisposable
{
    public const string Organiser = "Marijke";

    private readonly TownStore store;
    private readonly List<ServiceProvider> nodes = [];
    private readonly Dictionary<string, Line> lines;
    private readonly Dictionary<string, Person> people = [];
    private readonly Neighbourhood home;
    private int said;
    private bool isPlanned;

    private Street(TownStore store, DateTimeOffset start, IEnumerable<string> channels)
    {
        (this.store, Clock) = (store, new FakeClock(start));
        home = new Neighbourhood { Id = NeighbourhoodId.New(start), Name = "Lindenhof", Country = "NL" };
        lines = channels.ToDictionary(id => id, id => new Line(id, Clock));
        AddNode();
    }

    public FakeClock Clock { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public TownStore Store => store;

    public Line this[string channel] => lines[channel];

    /// <summary>A street at this moment of its own clock, with these lines and an organiser who is reached on the first.</summary>
    public static async Task<Street> OpenAsync(string at, params IReadOnlyList<string> channels)
    {
        var street = new Street(await TownStore.OpenAsync(), SmallTown.Moment(at), channels);
        await street.StoreAsync(street.home);
        await street.MeetsAsync(Organiser, (channels[0], Organiser));
        await street.StoreAsync(new OrganiserDuty { NeighbourhoodId = street.home.Id, PersonId = street.people[Organiser].Id });
        return street;
    }

    public T Get<T>()
        where T : notnull => nodes[0].GetRequiredService<T>();

    /// <summary>One more of the program on the same store and the same lines; what it is made of.</summary>
    public IServiceProvider AddNode()
    {
        var house = new ServiceCollection().AddLogging().AddHouse(store.Address, TownFile.Ring, Clock).AddTownBooks();
        foreach (var line in lines.Values)
        {
            house.AddSingleton<IChannel>(line);
        }

        nodes.Add(house.BuildServiceProvider());
        return nodes[^1];
    }

    /// <summary>All nodes do at the same moment what is due.</summary>
    public Task EveryNodeTicksAsync() => Task.WhenAll(
        nodes.Select(node => Task.Run(() => node.GetRequiredService<Ticker>().TickAsync(CancellationToken.None))));

    public Person Person(string name) => people[name];

    /// <summary>Somebody who is reached at these addresses; one that is known already she shares.</summary>
    public async Task<Person> MeetsAsync(string name, params IReadOnlyList<(string Channel, string Address)> places)
    {
        var person = people[name] = new Person
        {
            Id = PersonId.New(Now), NeighbourhoodId = home.Id, Name = name, Language = "nl", TimeZoneId = SmallTown.ZoneId,
        };
        await StoreAsync(person);
        foreach (var (channel, address) in places)
        {
            var point = await ReadAsync(db => ContactPoints.At(db, channel, address).SingleOrDefaultAsync());
            if (point is null)
            {
                point = new ContactPoint { Id = ContactPointId.New(Now), Channel = channel, Address = address };
                await StoreAsync(point);
            }

            await StoreAsync(new Reachability { PersonId = person.Id, ContactPointId = point.Id });
        }

        return person;
    }

    /// <summary>A resident who is reached at these addresses.</summary>
    public async Task<Resident> HousesAsync(string name, params IReadOnlyList<(string Channel, string Address)> places)
    {
        var person = await MeetsAsync(name, places);
        var resident = new Resident { Id = ResidentId.New(Now), PersonId = person.Id, NeighbourhoodId = home.Id };
        await StoreAsync(resident);
        await StoreAsync([.. Agreed.ToTheService(resident, Now)]);
        return resident;
    }

    /// <summary>Pills at these hours, planned before the clock next moves.</summary>
    public async Task PillsAsync(Resident resident, params IReadOnlyList<string> times)
    {
        await StoreAsync(new Regimen
        {
            Id = Guid.CreateVersion7(Now),
            ResidentId = resident.Id,
            Medicine = "lisinopril",
            Dosages = [new Dosage { Timing = new Timing { Repeat = new Repeat { TimesOfDay = [.. times.Select(Time)] } } }],
            From = new DateOnly(2026, 1, 1),
            TellsCircle = false,
        });
        isPlanned = false;
    }

    /// <summary>Asked how she is at this time of every day, planned before the clock next moves.</summary>
    public async Task AskedAtAsync(Resident resident, string time)
    {
        await StoreAsync(new CheckInSchedule
        {
            Id = Guid.CreateVersion7(Now),
            ResidentId = resident.Id,
            At = Time(time),
            Rule = "FREQ=DAILY",
            From = new DateOnly(2026, 1, 1),
            Grace = TimeSpan.FromMinutes(60),
        });
        isPlanned = false;
    }

    /// <summary>Somebody joins her circle, and is asked first about everything.</summary>
    public async Task JoinsAsync(Resident resident, string name)
    {
        var member = people[name].Id;
        await StoreAsync([.. Agreed.ToTell(resident, member, Now)]);
        await StoreAsync(new CircleMember { ResidentId = resident.Id, PersonId = member, Relation = "neighbour", AcceptedAt = Now });
        await StoreAsync([.. Enum.GetValues<ConcernKind>().Select(kind => (object)new EscalationPolicy
        {
            Id = Guid.CreateVersion7(Now), ResidentId = resident.Id, Kind = kind, Steps = [new EscalationStep(member, EscalationStep.DefaultWait)],
        })]);
    }

    /// <summary>Something is said at an address, and everything that follows at once is done.</summary>
    public async Task<string> SaysAsync(string channel, string address, string text, string? at = null)
    {
        await AcceptAsync(channel, address, text, null, at is null ? Now : SmallTown.Moment(at));
        return await LastAsync(channel, address);
    }

    /// <summary>The button of this title is pressed, on the last message at this address that has it.</summary>
    public async Task<string> PressesAsync(string channel, string address, string title)
    {
        var value = lines[channel].Taken.Where(m => m.Address == address).SelectMany(m => m.Message.Choices).Last(c => c.Title == title).Value;
        await AcceptAsync(channel, address, "", ChoiceValue.TryParse(value), Now);
        return await LastAsync(channel, address);
    }

    /// <summary>Puts something said in the inbox; nobody answers it yet.</summary>
    public Task AcceptAsync(string channel, string address, string text, ChoiceValue? choice, DateTimeOffset saidAt) =>
        Get<Inbox>().AcceptAsync(
            new Utterance { Channel = channel, Address = address, MessageKey = $"{Interlocked.Increment(ref said)}", Text = text, Choice = choice, SaidAt = saidAt },
            CancellationToken.None);

    /// <summary>Lets the clock run to this time of its own day, stopping wherever a row waits.</summary>
    public async Task UntilAsync(string local)
    {
        var target = TimeOnly.TryParse(local, CultureInfo.InvariantCulture, out var time)
            ? SmallTown.Zone.DayOf(Now).At(time).ToUniversalTime() : SmallTown.Moment(local);
        await TickAsync();
        while (await NextStopAsync() is { } next && next < target)
        {
            Clock.MoveTo(next);
            await TickAsync();
        }

        Clock.MoveTo(target);
        await TickAsync();
    }

    public async Task TickAsync()
    {
        if (!isPlanned)
        {
            isPlanned = true;
            await Get<PlanTheDay>().RunAsync(CancellationToken.None);
        }

        await Get<Ticker>().TickAsync(CancellationToken.None);
    }

    public async Task<T> ReadAsync<T>(Func<AssistantDb, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public Task<ContactPoint> PlaceAsync(string channel, string address) => ReadAsync(db => ContactPoints.At(db, channel, address).SingleAsync());

    public async Task StoreAsync(params IReadOnlyList<object> rows) => await ReadAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values)
        {
            line.Works();
        }

        Clock.MoveTo(Now + Dispatcher.SendTimeout);
        foreach (var node in nodes)
        {
            await node.GetRequiredService<Dispatcher>().AllSentAsync();
            await node.DisposeAsync();
        }

        store.Dispose();
    }

    private async Task<string> LastAsync(string channel, string address)
    {
        await TickAsync();
        return lines[channel].TextsAt(address) is [.., var last] ? last : "";
    }

    private async Task<DateTimeOffset?> NextStopAsync() => await ReadAsync(async db =>
    {
        var waiting = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IWaitingRow)))
            .Select(t => $"SELECT MIN(\"NextActionAt\") AS \"At\" FROM \"{t.GetTableName()}\" WHERE \"NextActionAt\" > {{0}}");
        var sql = $"SELECT MIN(\"At\") AS \"Value\" FROM ({string.Join(" UNION ALL ", waiting)}) AS \"Stops\"";
        var next = await db.Database.SqlQueryRaw<long?>(sql, Conversions.ToMicroseconds(Now)).SingleAsync();
        return next is { } at ? Conversions.FromMicroseconds(at) : (DateTimeOffset?)null;
    });

    private static TimeOnly Time(string time) => TimeOnly.Parse(time, CultureInfo.InvariantCulture);
}
