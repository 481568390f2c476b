using System.Net;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class BotFrameworkChannelTests
{
    private static readonly RenderedChoice Taken = new("Ja, genomen", "medication.taken#0199a0b0c0d07000800000000000abcd");

    [TownFact]
    public async Task A_message_of_our_own_is_sent_to_the_conversation_where_she_spoke_last()
    {
        await using var connector = await FakeConnector.OpenAsync();

        var outcome = await SendAsync(connector, Outgoing.Rendered(Taken));

        Assert.Equal(new DeliveryOutcome.Accepted("theirs-1", "Dag Anna"), outcome);
        var call = Assert.Single(connector.Calls);
        Assert.Equal(("POST", "/v3/conversations/a%3A1%7Cx%3By%40z%2F%C3%A9/activities"), (call.Method, call.RawPath));
        Assert.Null(call.Authorization);
        Assert.Equal(
            ["channelId", "conversation", "from", "inputHint", "locale", "recipient", "speak", "suggestedActions", "text", "textFormat", "type"],
            call.Activity.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["conversationType", "id", "tenantId"],
            (call.Activity["conversation"]?.AsObject() ?? []).Select(field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Dag Anna", $"{call.Activity["text"]}");
        Assert.Equal("Dag, Anna", $"{call.Activity["speak"]}");
        Assert.Equal("nl-NL", $"{call.Activity["locale"]}");
        Assert.Equal("expectingInput", $"{call.Activity["inputHint"]}");
        Assert.Equal("28:bot", $"{call.Activity["from"]?["id"]}");
        Assert.Equal("29:anna", $"{call.Activity["recipient"]?["id"]}");
    }

    [TownFact]
    public async Task A_button_pressed_comes_back_as_the_choice_it_was()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await SendAsync(connector, Outgoing.Rendered(Taken));
        var action = Assert.Single(connector.Calls).Activity["suggestedActions"]?["actions"]?[0];
        var pressed = ActivityReaderTests.Message();
        pressed["text"] = action?["text"]?.DeepClone();
        pressed["value"] = action?["value"]?.DeepClone();

        var read = Assert.IsType<ActivityReading.Known>(ActivityReader.Read(System.Text.Encoding.UTF8.GetBytes(pressed.ToJsonString())));

        Assert.Equal("Ja, genomen", $"{action?["displayText"]}");
        Assert.Equal(ChoiceValue.TryParse(Taken.Value), read.Activity.Choice);
    }

    [TownFact]
    public async Task In_Teams_the_choices_are_a_card_that_comes_back_as_the_choice_it_was()
    {
        await using var connector = await FakeConnector.OpenAsync();

        await SendAsync(connector, Outgoing.Rendered(Taken), "msteams");

        var activity = Assert.Single(connector.Calls).Activity;
        Assert.Null(activity["suggestedActions"]);
        Assert.Equal("Dag Anna", $"{activity["text"]}");
        Assert.Equal("application/vnd.microsoft.card.adaptive", $"{activity["attachments"]?[0]?["contentType"]}");
        var data = activity["attachments"]?[0]?["content"]?["actions"]?[0]?["data"];
        Assert.Equal(Taken.Value, $"{data?["choice"]}");
        Assert.Equal(Taken.Value, $"{data?["msteams"]?["value"]?["choice"]}");
        Assert.Equal("messageBack", $"{data?["msteams"]?["type"]}");
    }

    [TownFact]
    public async Task An_answer_goes_to_the_conversation_it_was_asked_in_and_names_what_it_answers()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await using var house = await ChannelHouse.OpenAsync();
        var asked = ActivityReaderTests.Message();
        asked["serviceUrl"] = connector.Url.ToString();
        await house.PostActivityAsync(asked);
        var inbox = Assert.Single(await house.InboxAsync());
        var message = Outgoing.Rendered();
        await using (var db = await house.DbAsync())
        {
            db.Add(new OutboundMessage
            {
                Id = message.Id, To = await house.PersonAsync("Anna"), DedupeKey = $"reply:{inbox.Id:N}", Saying = Saying.Of("x"), Ground = Ground.Nobody,
                CreatedAt = Outgoing.Now, ValidUntil = Outgoing.Now.AddHours(1),
            });
            await db.SaveChangesAsync();
        }

        await Channel(house).SendAsync(Outgoing.Point(Outgoing.Reference(new Uri("http://127.0.0.1:1/"))), message, CancellationToken.None);

        var call = Assert.Single(connector.Calls);
        Assert.Equal("/v3/conversations/praatje/activities/1", call.RawPath);
        Assert.Equal("1", $"{call.Activity["replyToId"]}");
    }

    [TownFact]
    public async Task A_connector_that_sends_us_elsewhere_is_not_followed()
    {
        await using var connector = await FakeConnector.OpenAsync();
        connector.Status = HttpStatusCode.TemporaryRedirect;
        connector.Headers["Location"] = connector.Url + "elsewhere";

        Assert.IsType<DeliveryOutcome.Refused>(await SendAsync(connector, Outgoing.Rendered()));
        Assert.Single(connector.Calls);
    }

    [TownFact]
    public async Task A_connector_that_wants_us_to_wait_is_waited_for()
    {
        await using var connector = await FakeConnector.OpenAsync();
        connector.Status = HttpStatusCode.TooManyRequests;
        connector.Headers["Retry-After"] = "7";

        var outcome = Assert.IsType<DeliveryOutcome.Failed>(await SendAsync(connector, Outgoing.Rendered()));

        Assert.Equal(TimeSpan.FromSeconds(7), outcome.RetryAfter);
    }

    [TownFact]
    public async Task A_message_that_was_taken_counts_whatever_the_connector_wrote()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await using var house = await ChannelHouse.OpenAsync();
        connector.Status = HttpStatusCode.Accepted;
        foreach (var body in (string[])["", "OK", "[]", """{"id":7}"""])
        {
            connector.Body = body;

            var outcome = await Channel(house).SendAsync(
                Outgoing.Point(Outgoing.Reference(connector.Url)), Outgoing.Rendered(), CancellationToken.None);

            Assert.Equal(new DeliveryOutcome.Accepted(null, "Dag Anna"), outcome);
        }
    }

    [TownFact]
    public async Task A_connector_that_is_not_there_may_come_back()
    {
        await using var house = await ChannelHouse.OpenAsync();

        var outcome = await Channel(house).SendAsync(
            Outgoing.Point(Outgoing.Reference(new Uri("http://127.0.0.1:1/"))), Outgoing.Rendered(), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Failed>(outcome);
    }

    [TownTheory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://192.168.1.5/")]
    [InlineData(null)]
    public async Task Nothing_is_sent_where_nothing_may_go(string? serviceUrl)
    {
        await using var house = await ChannelHouse.OpenAsync();
        var reference = Outgoing.Reference(serviceUrl is null ? null : new Uri(serviceUrl));

        var outcome = await Channel(house).SendAsync(Outgoing.Point(reference), Outgoing.Rendered(), CancellationToken.None);

        Assert.IsType<DeliveryOutcome.Refused>(outcome);
    }

    [TownFact]
    public async Task Where_nobody_ever_spoke_nothing_can_be_said()
    {
        await using var house = await ChannelHouse.OpenAsync();

        Assert.IsType<DeliveryOutcome.Refused>(
            await Channel(house).SendAsync(Outgoing.Point(null), Outgoing.Rendered(), CancellationToken.None));
    }

    private static async Task<DeliveryOutcome> SendAsync(FakeConnector connector, RenderedMessage message, string channel = "emulator")
    {
        await using var house = await ChannelHouse.OpenAsync();
        return await Channel(house).SendAsync(
            Outgoing.Point(Outgoing.Reference(connector.Url, channel), channel), message, CancellationToken.None);
    }

    private static IChannel Channel(ChannelHouse house) =>
        house.Get<IEnumerable<IChannel>>().Single(channel => channel.Serves("emulator"));
}
