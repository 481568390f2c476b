using System.Globalization;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Town;

/// <summary>A whole neighbourhood on a real database, with a clock the test moves and telephones that listen.</summary>
/// <remarks>
/// Marijke is its organiser. Times in words are the town's own (<see cref="ZoneId"/>). Every message must be expected
/// and no loop may swallow a fault: whatever is left over when the town closes fails the test.
/// </remarks>
internal sealed class SmallTown : IAsyncDisposable
{
    public const string ZoneId = "Europe/Amsterdam";
    public const string Organiser = "Marijke";

    private readonly TownStore store;
    private readonly TownNodes nodes;
    private readonly Ears ears = new();
    private readonly Dictionary<string, Person> people = [];
    private readonly List<object> unsaved = [];
    private LocalDay? planned;

    private SmallTown(TownStore store, DateTimeOffset start)
    {
        this.store = store;
        Clock = new FakeClock(start);
        Phones = new Phones(Clock);
        nodes = new TownNodes(store.Address, Clock, Phones, Faults, ears).Add();
        Neighbourhood = new Neighbourhood { Id = NeighbourhoodId.New(start), Name = "Lindenhof", Country = "NL" };
        Add(Neighbourhood);
        Add(new OrganiserDuty { NeighbourhoodId = Neighbourhood.Id, PersonId = Person(Organiser).Id });
    }

    public static HomeTimeZone Zone => HomeTimeZone.Of(ZoneId);

    public FakeClock Clock { get; }

    public Phones Phones { get; }

    public FaultLog Faults { get; } = new();

    public Neighbourhood Neighbourhood { get; }

    /// <summary>A folder of the town's own, gone when it closes.</summary>
    public string Folder => store.Folder;

    /// <summary>The database file.</summary>
    public string StorePath => store.Path;

    /// <summary>Where the rows are kept.</summary>
    public StoreAddress Address => store.Address;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public IDbContextFactory<AssistantDb> Contexts => Get<IDbContextFactory<AssistantDb>>();

    /// <summary>A town at this moment of its own clock (<c>2026-03-10 07:00</c>).</summary>
    public static async Task<SmallTown> OpenAsync(string start) => On(await TownStore.OpenAsync(), start);

    /// <summary>The same, on a store of one's own; it closes with the town.</summary>
    public static SmallTown On(TownStore store, string start) => new(store, Moment(start));

    /// <summary>The moment at which the town's clock shows this.</summary>
    public static DateTimeOffset Moment(string local) => Zone.At(DateTime.Parse(local, CultureInfo.InvariantCulture)).ToUniversalTime();

    public T Get<T>()
        where T : notnull => nodes.First.GetRequiredService<T>();

    /// <summary>Runs one more of the program on the same store, with the same telephones.</summary>
    public void AddNode() => nodes.Add();

    /// <summary>All nodes do this at the same moment.</summary>
    public async Task OnEveryNodeAsync<T>(Func<T, Task> work)
        where T : notnull
    {
        await SettleAsync();
        await nodes.AllAsync(work);
    }

    /// <summary>The person of this name, met when she is first named.</summary>
    public Person Person(string name)
    {
        if (!people.TryGetValue(name, out var person))
        {
            person = new Person
            {
                Id = PersonId.New(Now), NeighbourhoodId = Neighbourhood.Id, Name = name, Language = "nl", TimeZoneId = ZoneId,
            };
            people.Add(name, person);
            Phones.Of(person.Id, name);
            Add(person);
        }

        return person;
    }

    /// <summary>A new resident of this name.</summary>
    public Household Resident(string name) => new(this, Person(name));

    public Phone Phone(string name) => Phones.Of(Person(name).Id, name);

    /// <summary>Stores this before the clock next moves.</summary>
    public void Add(object row)
    {
        unsaved.Add(row);
        planned = null;
    }

    /// <summary>What was to be stored and matches is not, after all.</summary>
    public void Forget<T>(Predicate<T> match) => unsaved.RemoveAll(row => row is T one && match(one));

    /// <summary>Somebody's sleep, by her own clock.</summary>
    public SmallTown Sleeps(string name, string from, string until)
    {
        (Person(name).QuietFrom, Person(name).QuietUntil) = (TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>One unit of work, as a turn would do it.</summary>
    public async Task<T> InOneTransactionAsync<T>(Func<AssistantDb, Task<T>> work)
    {
        await SettleAsync();
        return await Overtaken.AgainAsync(
            async cancel =>
            {
                await using var db = await Contexts.CreateDbContextAsync(cancel);
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                var result = await work(db);
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(cancel);
                return result;
            },
            CancellationToken.None);
    }

    /// <summary>Looks at what is stored.</summary>
    public async Task<T> ReadAsync<T>(Func<AssistantDb, Task<T>> read)
    {
        await SettleAsync();
        await using var db = await Contexts.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Moves the clock so far, stopping wherever a row waits.</summary>
    public Task AdvanceAsync(TimeSpan time) => AdvanceToAsync(Now + time);

    /// <summary>Moves the clock until it shows this: a time of day (the next one), or a date and time.</summary>
    public Task AdvanceToAsync(string local)
    {
        var today = Zone.DayOf(Now);
        if (!TimeOnly.TryParse(local, CultureInfo.InvariantCulture, out var time))
        {
            return AdvanceToAsync(Moment(local));
        }

        return AdvanceToAsync(today.At(time) is var at && at >= Now ? at : today.Next.At(time));
    }

    /// <summary>Moves the clock to this moment, stopping wherever a row waits or a day begins, so that nothing is skipped.</summary>
    public async Task AdvanceToAsync(DateTimeOffset target)
    {
        await TickAsync();
        while (await NextStopAsync() is var next && next < target)
        {
            Clock.MoveTo(next);
            await TickAsync();
        }

        Clock.MoveTo(target);
        await TickAsync();
    }

    /// <summary>Lets the time pass without anybody looking: the program was off.</summary>
    public async Task SleepThroughToAsync(string local)
    {
        await SettleAsync();
        Clock.MoveTo(Moment(local));
    }

    /// <summary>Does everything that is due at this moment.</summary>
    public async Task TickAsync()
    {
        await SettleAsync();
        if (planned != Zone.DayOf(Now))
        {
            await Get<PlanTheDay>().RunAsync(CancellationToken.None);
            planned = Zone.DayOf(Now);
        }

        await Get<Ticker>().TickAsync(CancellationToken.None);
    }

    /// <summary>Everything was expected so far, and no loop swallowed a fault.</summary>
    public void Quiet()
    {
        Faults.None();
        ears.NobodyNamed();
        Phones.NothingUnexpected();
    }

    public async ValueTask DisposeAsync()
    {
        await nodes.DisposeAsync();

        store.Dispose();
        Quiet();
    }

    private async Task SettleAsync()
    {
        if (unsaved.Count == 0)
        {
            return;
        }

        await using var db = await Contexts.CreateDbContextAsync();
        db.AddRange(unsaved);
        unsaved.Clear();
        await db.SaveChangesAsync();
    }

    private async Task<DateTimeOffset> NextStopAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var waiting = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IWaitingRow)))
            .Select(t => $"SELECT MIN(\"NextActionAt\") AS \"At\" FROM \"{t.GetTableName()}\" WHERE \"NextActionAt\" > {{0}}");
        var sql = $"SELECT MIN(\"At\") AS \"Value\" FROM ({string.Join(" UNION ALL ", waiting)}) AS \"Waiting\"";
        var next = await db.Database.SqlQueryRaw<long?>(sql, Conversions.ToMicroseconds(Now)).SingleAsync();
        var midnight = Zone.DayOf(Now).End.ToUniversalTime();
        return next is { } at && Conversions.FromMicroseconds(at) < midnight ? Conversions.FromMicroseconds(at) : midnight;
    }
}
