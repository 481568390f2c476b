using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Bot.Channels.BotFramework;
using Assistant.Tests.Bot.Channels.WebChat;
using Assistant.Tests.Bot.Channels.WhatsApp;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels;

/// <summary>One question stands open on all three real channels at once, because she spoke on each between two askings.</summary>
public sealed class AnsweredOnceTests : IAsyncLifetime
{
    private static readonly string[] Channels = ["webchat", "emulator", "whatsapp"];
    private readonly Dictionary<string, string> buttons = [];
    private Meta? meta;
    private FakeConnector? connector;
    private ChannelHouse? opened;
    private string talk = "";
    private int said;

    private ChannelHouse House => opened ?? throw new InvalidOperationException("The house is not open yet.");

    private Meta Cloud => meta ?? throw new InvalidOperationException("Meta is not open yet.");

    private FakeConnector Connector => connector ?? throw new InvalidOperationException("The connector is not open yet.");

    public async Task InitializeAsync()
    {
        (meta, connector) = (await Meta.OpenAsync(), await FakeConnector.OpenAsync());
        Cloud.Expect([.. Enumerable.Repeat(new MetaAnswer(), 20)]);
        opened = await ChannelHouse.OpenAsync(null, meta.Settings);
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        Cloud.ForgetTheRest();
        await Cloud.DisposeAsync();
        await Connector.DisposeAsync();
    }

    [TownTheory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("whatsapp")]
    public async Task An_answer_on_one_closes_it_on_the_others_and_an_old_button_hears_that_it_was_said(string first)
    {
        await AskedEverywhereAsync();

        await PressAsync(first);
        Assert.Equal(DoseOutcome.Taken, Assert.Single(await DosesAsync()).Outcome);
        var asked = await QuestionsAsync();
        var page = await PageAsync();
        var shown = page.Single(a => $"{a?["suggestedActions"]}".Contains("medication.taken", StringComparison.Ordinal));
        Assert.Equal($"{shown?["id"]}", $"{Assert.Single(page, a => $"{a?["name"]}" == "answered")?["replyToId"]}");

        foreach (var later in Channels.Where(channel => channel != first))
        {
            await UntilAsync(TimeSpan.FromMinutes(1));
            await PressAsync(later);
            Assert.Contains("U zei het om 10:", (await TextsAsync(later))[^1], StringComparison.Ordinal);
        }

        await UntilAsync(TimeSpan.FromHours(3));
        Assert.Single(await DosesAsync());
        Assert.Equal(asked, await QuestionsAsync());
    }

    // The first asking goes where she spoke last; then she says something elsewhere, and the next one follows her.
    private async Task AskedEverywhereAsync()
    {
        await MoveInAsync();
        await SayAsync("emulator", "Goedemorgen");
        foreach (var channel in (string[])["emulator", "whatsapp", "webchat"])
        {
            await SayAsync(channel, "Hoe laat is het?");
            for (var minute = 0; minute < 60 && !(await ButtonsAsync(channel)).Any(); minute++)
            {
                await UntilAsync(TimeSpan.FromMinutes(1));
            }

            buttons[channel] = Assert.Single(await ButtonsAsync(channel));
        }

        Assert.Single(buttons.Values.Distinct());
    }

    private async Task MoveInAsync()
    {
        var now = House.Clock.GetUtcNow();
        var home = new Neighbourhood { Id = NeighbourhoodId.New(now), Name = "Lindenhof", Country = "NL" };
        var person = new Person
        {
            Id = PersonId.New(now), NeighbourhoodId = home.Id, Name = "mevrouw Jansen", Language = "nl", TimeZoneId = SmallTown.ZoneId,
        };
        var resident = new Resident { Id = ResidentId.New(now), PersonId = person.Id, NeighbourhoodId = home.Id };
        var points = ((string, string)[])[("whatsapp", Webhook.UserId), ("emulator", "anna")];
        await using var db = await House.DbAsync();
        db.AddRange(home, person, resident);
        db.AddRange(Agreed.ToTheService(resident, now));
        foreach (var (channel, address) in points)
        {
            var point = new ContactPoint { Id = ContactPointId.New(now), Channel = channel, Address = address };
            db.AddRange(point, new Reachability { PersonId = person.Id, ContactPointId = point.Id });
        }

        db.Add(new Regimen
        {
            Id = Guid.CreateVersion7(now),
            ResidentId = resident.Id,
            Medicine = "lisinopril",
            Dosages = [new Dosage { Timing = new Timing { Repeat = new Repeat { TimesOfDay = [new TimeOnly(10, 5)] } } }],
            From = new DateOnly(2026, 1, 1),
            TellsCircle = false,
        });
        await db.SaveChangesAsync();
        talk = await DirectLineTests.StartAsync(House, person.Id);
        await House.Get<PlanTheDay>().RunAsync(CancellationToken.None);
    }

    private async Task UntilAsync(TimeSpan time)
    {
        for (var end = House.Clock.GetUtcNow() + time; House.Clock.GetUtcNow() < end;)
        {
            House.Clock.MoveTo(House.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));
            await TickAsync();
        }
    }

    private async Task TickAsync()
    {
        await House.Get<Ticker>().TickAsync(CancellationToken.None);
        await House.Get<Dispatcher>().AllSentAsync();
    }

    private Task SayAsync(string channel, string text) => SendAsync(channel, text, null);

    private Task PressAsync(string channel) => SendAsync(channel, "", buttons[channel]);

    private async Task SendAsync(string channel, string text, string? value)
    {
        var key = $"in{++said}";
        var now = House.Clock.GetUtcNow();
        switch (channel)
        {
            case "webchat":
                await House.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", new { type = "message", text, value });
                break;
            case "whatsapp":
                var message = value is null
                    ? Webhook.Message("text", new JsonObject { ["body"] = text }.ToJsonString(), key)
                    : Webhook.Message("interactive", $$$"""{"type":"button_reply","button_reply":{"id":"{{{value}}}","title":"Ja, ingenomen"}}""", key);
                message["timestamp"] = $"{now.ToUnixTimeSeconds()}";
                await Webhook.PostAsync(House, Webhook.Of(message));
                break;
            default:
                var activity = ActivityReaderTests.Message();
                (activity["serviceUrl"], activity["id"], activity["timestamp"]) = ($"{Connector.Url}", key, $"{now:O}");
                (activity["text"], activity["value"]) = (text, value);
                await House.PostActivityAsync(activity);
                break;
        }

        await TickAsync();
    }

    private async Task<IReadOnlyList<string>> ButtonsAsync(string channel) => [.. (channel switch
    {
        "webchat" => (await PageAsync()).SelectMany(a => a?["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(b => $"{b?["value"]}"),
        "whatsapp" => Cloud.Messages.SelectMany(m => m["interactive"]?["action"]?["buttons"]?.AsArray() ?? []).Select(b => $"{b?["reply"]?["id"]}"),
        _ => Connector.Calls.SelectMany(c => c.Activity["suggestedActions"]?["actions"]?.AsArray() ?? []).Select(b => $"{b?["value"]}"),
    }).Where(value => value.StartsWith("medication.taken#", StringComparison.Ordinal)).Distinct()];

    private async Task<IReadOnlyList<string>> TextsAsync(string channel) => [.. channel switch
    {
        "webchat" => (await PageAsync()).Where(a => $"{a?["from"]?["role"]}" == "bot").Select(a => $"{a?["text"]}"),
        "whatsapp" => Cloud.Messages.Select(m => $"{m["text"]?["body"]}{m["interactive"]?["body"]?["text"]}"),
        _ => Connector.Calls.Select(c => $"{c.Activity["text"]}"),
    }];

    private async Task<JsonArray> PageAsync() =>
        (await House.Http.GetFromJsonAsync<JsonNode>($"/directline/conversations/{talk}/activities"))?["activities"]?.AsArray() ?? [];

    private async Task<List<DoseRecord>> DosesAsync()
    {
        await using var db = await House.DbAsync();
        return await db.Set<DoseRecord>().ToListAsync();
    }

    // How often she was asked, whatever became of the message.
    private async Task<int> QuestionsAsync()
    {
        await using var db = await House.DbAsync();
        return await db.Set<OutboundMessage>().CountAsync(m => m.DedupeKey.StartsWith("reminder:"));
    }
}
