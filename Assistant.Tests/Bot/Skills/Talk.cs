using System.Collections.Concurrent;
using System.Globalization;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Calendar;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Bot.Skills;

/// <summary>People who talk with the assistant by the real way in and out: inbox, turn, skill, outbox, words.</summary>
internal sealed class Talk : IAsyncDisposable, IChannel
{
    public const string Channel = "paper";
    public const string Organiser = "Marijke";

    private static readonly HomeTimeZone Zone = HomeTimeZone.Of("Europe/Amsterdam");
    private readonly TownStore store;
    private readonly FakeClock clock;
    private readonly ServiceProvider services;
    private readonly Dictionary<string, Person> people = [];
    private readonly ConcurrentDictionary<string, List<RenderedMessage>> heard = [];
    private int said;

    private Talk(TownStore store, DateTimeOffset start)
    {
        (this.store, clock) = (store, new FakeClock(start));
        services = new ServiceCollection().AddLogging().AddHouse(store.Address, TownFile.Ring, clock)
            .AddTownBooks().AddSingleton<IChannel>(this).BuildServiceProvider();
        Home = new Neighbourhood { Id = NeighbourhoodId.New(start), Name = "Lindenhof", Country = "NL", GpAfterHours = "0900 1234" };
    }

    public Neighbourhood Home { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public PersonId IdOf(string name) => people[name].Id;

    public static DateTimeOffset Moment(string local) => Zone.At(DateTime.Parse(local, CultureInfo.InvariantCulture));

    /// <summary>A neighbourhood with an organiser, at this moment of its own clock.</summary>
    public static async Task<Talk> BeginAsync(string at, string country = "NL")
    {
        var talk = new Talk(await TownStore.OpenAsync(), Moment(at).ToUniversalTime());
        talk.Home = new Neighbourhood { Id = talk.Home.Id, Name = "Lindenhof", Country = country, GpAfterHours = "0900 1234" };
        await talk.StoreAsync(talk.Home);
        var organiser = await talk.IntroduceAsync(Organiser);
        await talk.StoreAsync(new OrganiserDuty { NeighbourhoodId = talk.Home.Id, PersonId = organiser.Id });
        return talk;
    }

    public async Task<Person> IntroduceAsync(string name, string language = "nl")
    {
        var person = new Person
        {
            Id = PersonId.New(Now), NeighbourhoodId = Home.Id, Name = name, Language = language, TimeZoneId = Zone.Id,
        };
        var point = new ContactPoint { Id = ContactPointId.New(Now), Channel = Channel, Address = name };
        await StoreAsync(person, point, new Reachability { PersonId = person.Id, ContactPointId = point.Id });
        return people[name] = person;
    }

    public async Task<Resident> ResidentAsync(string name, string language = "nl", string? wayIn = null, bool agrees = true)
    {
        var person = await IntroduceAsync(name, language);
        var resident = new Resident { Id = ResidentId.New(Now), PersonId = person.Id, NeighbourhoodId = Home.Id, WayIn = wayIn };
        await StoreAsync(resident);
        await StoreAsync([.. agrees ? Agreed.ToTheService(resident, Now) : []]);
        return resident;
    }

    /// <summary>What she agrees to now.</summary>
    public Task<Agreements> AgreedAsync(Resident resident) =>
        ReadAsync(db => Agreements.OfAsync(db, resident.Id, Now, CancellationToken.None));

    /// <summary>Somebody of her circle to whom she never agreed that anything is told.</summary>
    public async Task UnspokenCircleAsync(Resident resident, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            await IntroduceAsync(name);
            await StoreAsync(new CircleMember { ResidentId = resident.Id, PersonId = people[name].Id, Relation = "neighbour", AcceptedAt = Now });
        }
    }

    /// <summary>Pills at these hours, planned at once.</summary>
    public async Task PillsAsync(Resident resident, params IReadOnlyList<string> times)
    {
        await StoreAsync(new Regimen
        {
            Id = Guid.CreateVersion7(Now),
            ResidentId = resident.Id,
            Medicine = "lisinopril",
            Dosages = [new Dosage { Timing = new Timing { Repeat = new Repeat { TimesOfDay = [.. times.Select(t => TimeOnly.Parse(t, CultureInfo.InvariantCulture))] } } }],
            From = new DateOnly(2026, 1, 1),
            TellsCircle = false,
        });
        await services.GetRequiredService<PlanTheDay>().RunAsync(CancellationToken.None);
    }

    public async Task PlanAsync() => await services.GetRequiredService<PlanTheDay>().RunAsync(CancellationToken.None);

    /// <summary>Introduces these people to her circle; they are asked in this order, and the last one has a key.</summary>
    public async Task CircleAsync(Resident resident, params IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            await IntroduceAsync(name);
        }

        await JoinsAsync(resident, names);
    }

    /// <summary>People we know already join her circle.</summary>
    public async Task JoinsAsync(Resident resident, params IReadOnlyList<string> names)
    {
        await StoreAsync([.. names.Select(name => (object)new CircleMember
        {
            ResidentId = resident.Id, PersonId = people[name].Id, Relation = "neighbour", AcceptedAt = Now, HoldsKey = name == names[^1],
        })]);
        await StoreAsync([.. names.SelectMany(name => Agreed.ToTell(resident, people[name].Id, Now))]);
        await StoreAsync([.. Enum.GetValues<ConcernKind>().Select(kind => (object)new EscalationPolicy
        {
            Id = Guid.CreateVersion7(Now),
            ResidentId = resident.Id,
            Kind = kind,
            Steps = [.. names.Select(n => new EscalationStep(people[n].Id, EscalationStep.DefaultWait))],
        })]);
    }

    /// <summary>Lets the time pass until the town's clock shows this, and does what is due then.</summary>
    public async Task UntilAsync(string local)
    {
        clock.MoveTo(Moment(local).ToUniversalTime());
        await TickAsync();
    }

    /// <summary>She says this, and hears the answer.</summary>
    public Task<RenderedMessage> SaysAsync(string who, string text) => TurnAsync(who, text, null);

    /// <summary>What she said at that moment of the town's clock comes in only now.</summary>
    public Task<RenderedMessage> SaidAsync(string who, string text, string at) => TurnAsync(who, text, null, Moment(at));

    /// <summary>She presses the button that shows this on the last message that has it.</summary>
    public Task<RenderedMessage> PressesAsync(string who, string button)
    {
        var value = Heard(who).SelectMany(m => m.Choices).Last(c => c.Title == button).Value;
        return TurnAsync(who, "", ChoiceValue.TryParse(value));
    }

    /// <summary>What a button carried comes in, whoever's button it was.</summary>
    public Task<RenderedMessage> SendsAsync(string who, string value) => TurnAsync(who, "", ChoiceValue.TryParse(value));

    /// <summary>She says something that means exactly this.</summary>
    public Task<RenderedMessage> MeansAsync(string who, string intent) => TurnAsync(who, "", new ChoiceValue(intent, null));

    /// <summary>She says all of this in one breath, and hears an answer to each.</summary>
    public async Task<IReadOnlyList<RenderedMessage>> MeansAllAsync(string who, IReadOnlyCollection<string> intents)
    {
        foreach (var intent in intents)
        {
            await AcceptAsync(who, "", new ChoiceValue(intent, null));
        }

        for (var look = 0; look < intents.Count && Heard(who).Count < intents.Count; look++)
        {
            await TickAsync();
        }

        return Heard(who);
    }

    public IReadOnlyList<RenderedMessage> Heard(string who) => heard.GetValueOrDefault(who) ?? [];

    public RenderedMessage Last(string who) => Heard(who)[^1];

    public async Task<T> ReadAsync<T>(Func<AssistantDb, Task<T>> read)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task StoreAsync(params IReadOnlyList<object> rows) => await ReadAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public bool Serves(string channelId) => channelId == Channel;

    public Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        heard.GetOrAdd(to.Address, _ => []).Add(message);
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted(null, message.Text));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        store.Dispose();
    }

    private async Task<RenderedMessage> TurnAsync(string who, string text, ChoiceValue? choice, DateTimeOffset? saidAt = null)
    {
        var before = Heard(who).Count;
        await AcceptAsync(who, text, choice, saidAt);
        await TickAsync();
        Assert.True(Heard(who).Count > before, $"{who} heard no answer to '{text}{choice}'.");
        return Heard(who)[before];
    }

    private Task<bool> AcceptAsync(string who, string text, ChoiceValue? choice, DateTimeOffset? saidAt = null) =>
        services.GetRequiredService<Inbox>().AcceptAsync(
            new Utterance
            {
                Channel = Channel,
                Address = who,
                MessageKey = $"{++said}",
                Text = text,
                Choice = choice,
                SaidAt = saidAt ?? Now,
            },
            CancellationToken.None);

    private async Task TickAsync()
    {
        // What a turn puts in the outbox leaves with the next look.
        await services.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);
        await services.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);
    }
}
