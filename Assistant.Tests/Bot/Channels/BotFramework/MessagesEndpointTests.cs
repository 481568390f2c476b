using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.BotFramework;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class MessagesEndpointTests
{
    [TownFact]
    public async Task A_message_is_in_the_inbox_when_it_is_answered()
    {
        await using var house = await ChannelHouse.OpenAsync();

        var answer = await house.PostActivityAsync(ActivityReaderTests.Message());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
        var utterance = Assert.Single(await house.InboxAsync()).Utterance;
        Assert.Equal(("emulator", "anna", "Goedemorgen"), (utterance.Channel, utterance.Address, utterance.Text));
        var reference = ConversationReference.TryParse(utterance.Reference);
        Assert.Equal(("praatje", "1", "bot"), (reference?.Conversation.Id, reference?.ActivityId, reference?.Bot?.Id));
    }

    [TownFact]
    public async Task The_same_message_three_times_is_one_message()
    {
        await using var house = await ChannelHouse.OpenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => house.PostActivityAsync(ActivityReaderTests.Message())));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await house.InboxAsync());
    }

    [TownFact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var elsewhere = ActivityReaderTests.Message();
        elsewhere["conversation"] = new JsonObject { ["id"] = "elders" };

        await house.PostActivityAsync(ActivityReaderTests.Message());
        await house.PostActivityAsync(elsewhere);

        Assert.Equal(2, (await house.InboxAsync()).Count);
    }

    [TownTheory]
    [InlineData("{", HttpStatusCode.BadRequest, "not JSON")]
    [InlineData("[1]", HttpStatusCode.BadRequest, "'body'")]
    [InlineData("""{"type":"message","conversation":{"id":5},"from":{"id":"a"}}""", HttpStatusCode.BadRequest, "'conversation.id'")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"a"},"text":"hoi"}""", HttpStatusCode.BadRequest, "'serviceUrl'")]
    [InlineData("""{"type":"invoke","name":"composeExtension/query"}""", HttpStatusCode.NotImplemented, "invoke")]
    public async Task What_is_wrong_is_said_and_stops_nothing(string body, HttpStatusCode status, string named)
    {
        await using var house = await ChannelHouse.OpenAsync();

        var answer = await house.PostRawAsync(body);

        Assert.Equal(status, answer.StatusCode);
        var json = await ChannelHouse.JsonAsync(answer);
        Assert.Contains(named, $"{json["error"]}", StringComparison.Ordinal);
        Assert.NotEqual("", $"{json["hint"]}");
        Assert.Equal(HttpStatusCode.OK, (await house.PostActivityAsync(ActivityReaderTests.Message())).StatusCode);
        Assert.Single(await house.InboxAsync());
    }

    [TownTheory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"event","name":"whatever"}""")]
    [InlineData("""{"type":"messageUpdate","id":"1","text":"anders"}""")]
    [InlineData("""{"type":"conversationUpdate","conversation":{"id":"c"},"serviceUrl":"https://smba.trafficmanager.net/teams/"}""")]
    [InlineData("""{"type":"thingOfNextYear","serviceUrl":"https://smba.trafficmanager.net/teams/"}""")]
    public async Task What_is_not_for_us_is_taken_and_left_alone(string body)
    {
        await using var house = await ChannelHouse.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await house.PostRawAsync(body)).StatusCode);
        Assert.Empty(await house.InboxAsync());
    }

    [TownTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task More_than_256_KB_is_too_much(bool chunked)
    {
        await using var house = await ChannelHouse.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(new byte[RequestBody.MostBytes + 1]),
            Headers = { TransferEncodingChunked = chunked },
        };

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await house.Http.SendAsync(request)).StatusCode);
    }

    [TownFact]
    public async Task Exactly_256_KB_is_read()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["padding"] = "";
        message["padding"] = new string('x', RequestBody.MostBytes - Encoding.UTF8.GetByteCount(message.ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, (await house.PostActivityAsync(message)).StatusCode);
    }

    [TownTheory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Without_an_app_id_only_this_machine_may_speak(string header, string value)
    {
        await using var house = await ChannelHouse.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(ActivityReaderTests.Message().ToJsonString(), MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await house.Http.SendAsync(request)).StatusCode);
        Assert.Empty(await house.InboxAsync());
    }

    [TownTheory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://localhost@evil.example/")]
    [InlineData("http://10.0.0.1/")]
    public async Task Without_an_app_id_answers_stay_on_this_machine(string serviceUrl)
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["serviceUrl"] = serviceUrl;

        Assert.Equal(HttpStatusCode.Forbidden, (await house.PostActivityAsync(message)).StatusCode);
        Assert.Empty(await house.InboxAsync());
    }

    [TownFact]
    public async Task A_locked_database_asks_to_come_again_and_loses_nothing()
    {
        await using var house = await ChannelHouse.OpenAsync(services => services.WithLittlePatience());
        await house.PostActivityAsync(ActivityReaderTests.Message());
        var second = ActivityReaderTests.Message();
        second["id"] = "2";

        await using (await house.Store.HoldAsync())
        {
            var answer = await house.PostActivityAsync(second);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.OK, (await house.PostActivityAsync(second)).StatusCode);
        Assert.Equal(2, (await house.InboxAsync()).Count);
    }

    [TownFact]
    public async Task Who_waits_for_the_answer_gets_it_in_the_response()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["deliveryMode"] = "expectReplies";
        message.Remove("serviceUrl");

        var asking = house.PostActivityAsync(message);
        var reply = Outgoing.Reply();
        while (!house.Get<AwaitedReplies>().Answer("praatje|1", reply))
        {
            await Task.Yield();
        }

        var json = await ChannelHouse.JsonAsync(await asking);
        Assert.Equal("Dag Anna", $"{json["activities"]?[0]?["text"]}");
    }

    [TownFact]
    public async Task Who_asks_again_while_it_waits_for_the_answer_gets_no_second_one()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        await house.PostActivityAsync(message);
        message["deliveryMode"] = "expectReplies";

        var json = await ChannelHouse.JsonAsync(await house.PostActivityAsync(message));

        Assert.Empty(json["activities"]?.AsArray() ?? []);
        Assert.Single(await house.InboxAsync());
    }
}
