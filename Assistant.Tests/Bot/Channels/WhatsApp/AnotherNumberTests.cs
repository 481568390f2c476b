using System.Text.Json.Nodes;
using Assistant.Bot.Conversation.Neighbours;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels.WhatsApp;

/// <summary>Meta tells that a number is not hers any more. Whoever has it now hears nothing of her.</summary>
public sealed class AnotherNumberTests : IAsyncLifetime
{
    private Meta? meta;
    private ChannelHouse? opened;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private Meta Cloud => meta ?? throw new InvalidOperationException("Meta is not open yet.");

    public async Task InitializeAsync()
    {
        meta = await Meta.OpenAsync();
        opened = await ChannelHouse.OpenAsync(null, meta.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    [TownTheory]
    [InlineData("""{"type":"user_changed_number","wa_id":"31600000009","body":"User A changed"}""", Webhook.Number)]
    [InlineData("""{"type":"user_changed_number","wa_id":"31600000009"}""", Webhook.UserId)]
    [InlineData("""{"type":"customer_identity_changed","identity":"abc","wa_id":"31600000001"}""", $"+{Webhook.Number}")]
    public async Task The_place_is_left_and_the_organiser_is_told_once(string system, string address)
    {
        var (resident, organiser) = await IntroduceAsync(address);

        for (var i = 0; i < 2; i++)
        {
            await Webhook.PostAsync(House, Webhook.Of(Webhook.Message("system", system, id: $"wamid.s{i}")));
        }

        await using var db = await House.DbAsync();
        Assert.False(await db.Set<Reachability>().AnyAsync(r => r.PersonId == resident));
        Assert.Empty(await db.Set<ContactPoint>().ToListAsync());
        var told = await db.Set<OutboundMessage>().SingleAsync();
        Assert.Equal((organiser, GonePlace.Told, "mevrouw Jansen"), (told.To, told.Saying.Key, told.Saying.Values["who"]));
    }

    [TownFact]
    public async Task Who_writes_from_there_now_is_a_stranger()
    {
        await IntroduceAsync(Webhook.Number);
        await Webhook.PostAsync(House, Webhook.Of(Webhook.Message("system", """{"type":"user_changed_number","wa_id":"31600000009"}""")));

        Cloud.Expect(new MetaAnswer());
        await Webhook.PostAsync(House, Webhook.Of(Webhook.Message("text", """{"body":"Welke pillen moet ik vandaag innemen?"}""", id: "wamid.new")));
        await House.Get<Ticker>().TickAsync(CancellationToken.None);
        await House.Get<Dispatcher>().AllSentAsync();

        Assert.Contains("Ik ken u nog niet", Assert.Single(Cloud.Messages)["text"]?["body"]?.GetValue<string>(), StringComparison.Ordinal);
    }

    [TownTheory]
    [InlineData("""{"forwarded":true}""", true)]
    [InlineData("""{"frequently_forwarded":true}""", true)]
    [InlineData("""{"forwarded":false,"frequently_forwarded":false}""", false)]
    [InlineData("""{"from":"31600000001","id":"wamid.x"}""", false)]
    public async Task What_was_forwarded_is_known_to_be(string context, bool expected)
    {
        var message = Webhook.Message();
        message["context"] = JsonNode.Parse(context);

        await Webhook.PostAsync(House, Webhook.Of(message));

        Assert.Equal(expected, Assert.Single(await House.InboxAsync()).Utterance.IsForwarded);
    }

    private async Task<(PersonId Resident, PersonId Organiser)> IntroduceAsync(string address)
    {
        var now = House.Clock.GetUtcNow();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        var people = ((string[])["mevrouw Jansen", "Marijke"]).Select(name => new Person
        {
            Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = name, Language = "nl", TimeZoneId = SmallTown.ZoneId,
        }).ToList();
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = "whatsapp", Address = address };
        await using var db = await House.DbAsync();
        db.AddRange(home, people[0], people[1], point);
        db.AddRange(
            new OrganiserDuty { NeighbourhoodId = home.Id, PersonId = people[1].Id },
            new Resident { Id = ResidentId.New(now), PersonId = people[0].Id, NeighbourhoodId = home.Id },
            new Reachability { PersonId = people[0].Id, ContactPointId = point.Id });
        await db.SaveChangesAsync();
        return (people[0].Id, people[1].Id);
    }
}
