using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Bot.Channels.Gateway;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Tests.Bot.Channels;
using Assistant.Tests.Bot.Channels.Email;
using Assistant.Tests.Bot.Channels.Gateway;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Scenarios;

/// <summary>Els is asked by mail, by text message or by a call; wherever she answers, the ladder stops, and ends when she was there.</summary>
public sealed partial class ALinkAKeyOrAWordIsAnAnswer : IAsyncLifetime
{
    private const string Number = "+31611111111";
    private const string Mail = "els@example.org";
    private readonly PostOffice office = PostOffice.Open();
    private Adapter? adapter;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private Adapter Provider => adapter ?? throw new InvalidOperationException("The adapter is not open yet.");

    public async Task InitializeAsync()
    {
        adapter = await Adapter.OpenAsync();
        opened = await ChannelHouse.OpenAsync(null, [.. office.Settings, .. adapter.Settings, "--PublicUrl=https://assistent.example/"]);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Provider.DisposeAsync();
        await office.DisposeAsync();
    }

    [TownTheory]
    [InlineData(MeansOrder.EmailChannel, Mail, "link", "link")]
    [InlineData(MeansOrder.TextChannel, Number, "ik ga", "ik ben er geweest")]
    [InlineData(MeansOrder.TextChannel, Number, "1", "ik ben er geweest, alles goed")]
    [InlineData(MeansOrder.CallChannel, Number, "key", "key")]
    public async Task She_goes_and_was_there(string channel, string address, string going, string done)
    {
        var (resident, els) = await SettleAsync(channel, address);
        var worry = await InStoreAsync(async (db, now) => (await new ConcernBook(db, now).RaiseAsync(
            ConcernKind.MissedCheckIn, resident, Guid.CreateVersion7(now), CancellationToken.None)).Id);
        await UntilAsync("10:01");

        await SayAsync(channel, going);
        await UntilAsync("10:02");
        var taken = await FindAsync(worry);
        Assert.Equal((ConcernState.Acknowledged, (PersonId?)els), (taken.State, taken.AcknowledgedBy));

        await UntilAsync("10:33");
        await SayAsync(channel, done);
        await UntilAsync("10:34");
        Assert.Equal(ConcernOutcome.Visited, (await FindAsync(worry)).Outcome);
    }

    [TownFact]
    public async Task A_link_in_a_mail_is_her_yes_to_the_circle()
    {
        var resident = (await SettleAsync(MeansOrder.TextChannel, Number)).Resident;
        await InStoreAsync(async (db, now) => await new CircleBook(db, now).InviteAsync(
            await db.Set<Resident>().SingleAsync(r => r.Id == resident),
            new Invited("Noor", "friend", MeansOrder.EmailChannel, "noor@example.org", SmallTown.ZoneId),
            AccessActor.Program("test"),
            CancellationToken.None));
        await UntilAsync("10:01");
        Assert.Null((await NoorAsync()).AcceptedAt);

        await SayAsync(MeansOrder.EmailChannel, "link");
        await UntilAsync("10:02");

        Assert.NotNull((await NoorAsync()).AcceptedAt);
    }

    private Task<CircleMember> NoorAsync() => InStoreAsync(async (db, _) =>
        (await db.Set<CircleMember>().AsNoTracking().ToListAsync()).Single(m => m.Relation == "friend"));

    private Task<Concern> FindAsync(ConcernId id) => InStoreAsync((db, _) => db.Set<Concern>().AsNoTracking().SingleAsync(c => c.Id == id));

    // The first link of the newest mail and the first key of the newest call are the first choice.
    private async Task SayAsync(string channel, string words)
    {
        if (words == "link")
        {
            await House.Http.PostAsync(new Uri(Link().Match(office.Mails.Last().Decoded).Value, UriKind.Relative), null);
            return;
        }

        var said = words == "key"
            ? $$"""{"id":"{{Provider.Posts.Count}}","kind":"call","from":"{{Number}}","value":"{{Provider.Posts.Last()["keys"]?[0]?["value"]}}"}"""
            : $$"""{"id":"{{words}}","kind":"text","from":"{{Number}}","text":"{{words}}"}""";
        var (body, at) = (Encoding.UTF8.GetBytes(said), House.Clock.GetUtcNow().ToUnixTimeSeconds());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/channels/gateway") { Content = new ByteArrayContent(body) };
        request.Headers.Add(GatewaySignature.TimeHeader, at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(GatewaySignature.Header, GatewaySignature.Of(body, at, Adapter.Secret));
        (await House.Http.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private async Task UntilAsync(string time)
    {
        House.Clock.MoveTo(SmallTown.Moment($"2026-03-10 {time}"));
        for (var look = 0; look < 3; look++)
        {
            await House.Get<Ticker>().TickAsync(CancellationToken.None);
            await House.Get<Dispatcher>().AllSentAsync();
        }
    }

    private async Task<T> InStoreAsync<T>(Func<AssistantDb, DateTimeOffset, Task<T>> work)
    {
        await using var db = await House.DbAsync();
        var result = await work(db, House.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        return result;
    }

    private Task<(ResidentId Resident, PersonId Els)> SettleAsync(string channel, string address) => InStoreAsync((db, now) =>
    {
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        Person Of(string name) => new() { Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = name, Language = "nl", TimeZoneId = SmallTown.ZoneId };
        var (jansen, els, marijke) = (Of("mevrouw Jansen"), Of("Els"), Of("Marijke"));
        var resident = new Resident { Id = ResidentId.New(now), PersonId = jansen.Id, NeighbourhoodId = home.Id };
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = channel, Address = address };
        db.AddRange(home, jansen, els, marijke, resident, new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = marijke.Id });
        db.AddRange(point, new Reachability { PersonId = els.Id, ContactPointId = point.Id });
        db.Add(new CircleMember { ResidentId = resident.Id, PersonId = els.Id, Relation = "daughter", AcceptedAt = now });
        db.AddRange([.. Agreed.ToTheService(resident, now), .. Agreed.ToTell(resident, els.Id, now)]);
        db.Add(new EscalationPolicy
        {
            Id = Guid.CreateVersion7(now), ResidentId = resident.Id, Kind = ConcernKind.MissedCheckIn,
            Steps = [new EscalationStep(els.Id, EscalationStep.DefaultWait)],
        });
        return Task.FromResult((resident.Id, els.Id));
    });

    [GeneratedRegex("/answer/[A-Za-z0-9_.-]+")]
    private static partial Regex Link();
}
