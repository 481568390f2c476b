using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.WebChat;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Initiatives;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Channels.BotFramework;
using Assistant.Tests.Bot.Channels.WhatsApp;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels;

public sealed class NoWordLiesOpenInTheDatabase
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    // As Meta makes them: between the first bytes and the last stands the telephone number.
    private static readonly string Wamid = "wamid." + Convert.ToBase64String([0x1c, 0x18, 0x0b, .. Encoding.ASCII.GetBytes(Number), 0x15, 2, 0, 0x12, 0x18, 0x14]);
    private const string Number = "31612345678";

    [TownFact(QuickOnBoth = true)]
    public async Task After_a_morning_of_talk_and_pills_over_three_channels_the_store_holds_none_of_their_words()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await using var meta = await Meta.OpenAsync();
        meta.Expect([.. Enumerable.Range(0, 20).Select(_ => new MetaAnswer())]);
        await using var house = await ChannelHouse.OpenAsync(null, meta.Settings);
        var person = await SettleAsync(house);
        await ChatAsync(house, person);
        await Webhook.PostAsync(house, Webhook.Of(SaidOnWhatsApp()));
        await house.PostActivityAsync(SaidInTeams(connector));
        await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        await house.Get<Ticker>().TickAsync(CancellationToken.None);
        house.Clock.MoveTo(SmallTown.Moment("2026-03-10 11:00"));
        await house.Get<Ticker>().TickAsync(CancellationToken.None);
        await house.Get<Ticker>().TickAsync(CancellationToken.None);
        meta.ForgetTheRest();

        await AllOfItHappenedAsync(house);
        var stored = await house.LyingAsync();
        Assert.Contains("lindenhof", stored, StringComparison.Ordinal);
        Assert.All(
            [
                "vandersmissen", Number, "petanque", "acenocoumarol", "nieuwe bakker", "rabarbertaart", "serviceurl-van-ons", "kersenvlaai",
                "appelmoes", "odette", "bij de vijver", "buurtkoffie", "tante-sidonie",
                Convert.ToBase64String(Encoding.ASCII.GetBytes(Number))[..14].ToLowerInvariant(),
            ],
            word => Assert.DoesNotContain(word, stored, StringComparison.Ordinal));
    }

    private static async Task ChatAsync(ChannelHouse house, PersonId person)
    {
        var begun = await ChannelHouse.JsonAsync(
            await house.Http.PostAsJsonAsync("/directline/conversations", new { user = new { id = person.Value } }));
        await house.Http.PostAsJsonAsync(
            $"/directline/conversations/{begun["conversationId"]}/activities",
            new { type = "message", text = "Ik bak vandaag rabarbertaart", from = new { id = person.Value } });
    }

    private static JsonObject SaidOnWhatsApp()
    {
        var message = Webhook.Message(content: """{"body":"Ik bak vandaag kersenvlaai"}""", id: Wamid);
        message["from"] = Number;
        message.Remove("from_user_id");
        return message;
    }

    private static JsonObject SaidInTeams(FakeConnector connector)
    {
        var message = ActivityReaderTests.Message();
        message["text"] = "Ik kook vandaag appelmoes";
        message["from"] = new JsonObject { ["id"] = "tante-sidonie", ["name"] = "Tante Sidonie" };
        message["conversation"] = new JsonObject { ["id"] = "tante-sidonie|praatje" };
        message["serviceUrl"] = connector.Url.ToString();
        return message;
    }

    // Rows of every table with words in it: a search that had nothing to find would prove nothing.
    private static async Task AllOfItHappenedAsync(ChannelHouse house)
    {
        await using var db = await house.DbAsync();
        Assert.True(await db.Set<ChatActivity>().CountAsync() > 1);
        Assert.Equal(3, await db.Set<InboxMessage>().CountAsync(m => m.HandledAt != null));
        Assert.Contains(await db.Set<PlanItem>().ToListAsync(), i => i.Title.Contains("petanque", StringComparison.Ordinal));
        Assert.Contains(await db.Set<OutboundMessage>().ToListAsync(), m => m.Text?.Contains("Vandersmissen", StringComparison.Ordinal) is true);
    }

    private static async Task<PersonId> SettleAsync(ChannelHouse house)
    {
        var now = house.Clock.GetUtcNow();
        var person = await house.PersonAsync("mevrouw Vandersmissen");
        await using var db = await house.DbAsync();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        var resident = new Resident
        {
            Id = ResidentId.New(now), PersonId = person, NeighbourhoodId = home.Id, WayIn = "Sleutel bij de nieuwe bakker",
        };
        var point = new ContactPoint { Id = ContactPointId.New(now), Channel = "whatsapp", Address = Number };
        point.Heard(now.AddDays(-1), "serviceurl-van-ons");
        db.AddRange(home, resident, point, new Reachability { PersonId = person, ContactPointId = point.Id });
        db.AddRange(Agreed.ToTheService(resident, now));
        db.Add(new Regimen
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident.Id,
            Medicine = "acenocoumarol",
            Dosages = [new Dosage { Text = "acenocoumarol volgens schema", Timing = new Timing { Repeat = new Repeat { TimesOfDay = [new(11, 0)] } } }],
            From = Since,
            TellsCircle = true,
        });
        db.Add(new Routine
        {
            Id = Guid.CreateVersion7(now), ResidentId = resident.Id, Title = "petanque met Odette", At = new(11, 0), Rule = "FREQ=DAILY", From = Since, Importance = Importance.Ask,
        });
        db.Add(new Initiative
        {
            Id = Guid.CreateVersion7(now), NeighbourhoodId = home.Id, Title = "Buurtkoffie", Place = "Bij de vijver", At = new(10, 0), Rule = "FREQ=WEEKLY", From = Since,
        });
        await db.SaveChangesAsync();
        return person;
    }
}
