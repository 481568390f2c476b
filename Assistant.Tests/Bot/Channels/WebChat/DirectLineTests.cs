using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.WebChat;

public sealed class DirectLineTests
{
    [TownFact]
    public async Task A_page_begins_its_one_conversation_and_finds_it_again()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");

        var first = await house.Http.PostAsJsonAsync("/directline/conversations", new { user = new { id = anna.Value } });
        var begun = await ChannelHouse.JsonAsync(first);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(1800, (int?)begun["expires_in"]);
        Assert.StartsWith("ws://", $"{begun["streamUrl"]}", StringComparison.Ordinal);
        Assert.Equal($"{begun["conversationId"]}", await StartAsync(house, anna));
    }

    [TownTheory]
    [InlineData("""{"user":{"id":"0199a0b0-c0d0-7000-8000-00000000abcd"}}""", HttpStatusCode.NotFound)]
    [InlineData("""{"user":{"id":"dl_somebody"}}""", HttpStatusCode.NotFound)]
    [InlineData("{}", HttpStatusCode.NotFound)]
    [InlineData("""{"user":5}""", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task Nobody_we_know_has_no_conversation(string body, HttpStatusCode status)
    {
        await using var house = await ChannelHouse.OpenAsync();

        var answer = await house.Http.PostAsync("/directline/conversations", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(status, answer.StatusCode);
        Assert.NotNull((await ChannelHouse.JsonAsync(answer))["error"]?["message"]);
    }

    [TownFact]
    public async Task What_she_says_is_in_the_inbox_and_comes_back_with_her_own_id()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");
        var talk = await StartAsync(house, anna);

        var id = await SayAsync(house, talk, "Goedemorgen", "mine-1");

        var shown = Assert.Single((await LookAsync(house, talk)).Activities);
        Assert.Equal(id, $"{shown["id"]}");
        Assert.Equal("mine-1", $"{shown["channelData"]?["clientActivityID"]}");
        Assert.Equal("user", $"{shown["from"]?["role"]}");
        var utterance = Assert.Single(await house.InboxAsync()).Utterance;
        Assert.Equal(("webchat", anna.Value.ToString("N"), "Goedemorgen"), (utterance.Channel, utterance.Address, utterance.Text));
    }

    [TownFact]
    public async Task What_she_sends_three_times_is_said_once()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));

        var ids = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SayAsync(house, talk, "Ja", "mine-1")));

        Assert.Single(ids.Distinct());
        Assert.Single((await LookAsync(house, talk)).Activities);
        Assert.Single(await house.InboxAsync());
    }

    [TownFact]
    public async Task A_button_says_its_words_and_carries_its_choice()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));

        await house.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", new
        {
            type = "message", text = "Ja, genomen", value = "medication.taken#0199a0b0c0d07000800000000000abcd",
        });

        Assert.Equal("Ja, genomen", $"{Assert.Single((await LookAsync(house, talk)).Activities)["text"]}");
        Assert.Equal("medication.taken", Assert.Single(await house.InboxAsync()).Utterance.Choice?.Intent);
    }

    [TownFact]
    public async Task A_message_of_ours_that_is_sent_twice_is_shown_once()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");
        var message = Rendered(house, "Heeft u ze al genomen?");

        var first = await TellAsync(house, anna, message);
        var second = await TellAsync(house, anna, message);

        Assert.Equal(first, second);
        var shown = Assert.Single((await LookAsync(house, await StartAsync(house, anna))).Activities);
        Assert.Equal("bot", $"{shown["from"]?["role"]}");
        Assert.Equal("Ja", $"{shown["suggestedActions"]?["actions"]?[0]?["title"]}");
    }

    [TownFact]
    public async Task Many_who_speak_at_once_leave_no_gap()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");
        var talk = await StartAsync(house, anna);

        await Task.WhenAll(Enumerable.Range(0, 20).Select<int, Task>(i => i % 2 == 0
            ? SayAsync(house, talk, $"woord {i}", $"mine-{i}")
            : TellAsync(house, anna, Rendered(house, $"zin {i}"))));

        var page = await LookAsync(house, talk);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{talk}|{i:0000000}"), page.Activities.Select(a => $"{a["id"]}"));
        Assert.Equal("20", page.Watermark);
    }

    [TownFact]
    public async Task A_locked_database_asks_to_come_again_and_loses_nothing()
    {
        await using var house = await ChannelHouse.OpenAsync(services => services.WithLittlePatience());
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));
        var message = new { type = "message", text = "hoi", channelData = new { clientActivityID = "mine-1" } };

        await using (await house.Store.HoldAsync())
        {
            var answer = await house.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", message);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        await house.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", message);
        Assert.Single((await LookAsync(house, talk)).Activities);
        Assert.Single(await house.InboxAsync());
    }

    [TownFact]
    public async Task More_than_256_KB_is_too_much()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));

        var answer = await house.Http.PostAsJsonAsync(
            $"/directline/conversations/{talk}/activities", new { type = "message", text = new string('x', 256 * 1024) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [TownTheory]
    [InlineData("activities", "GET")]
    [InlineData("activities", "POST")]
    [InlineData("", "GET")]
    public async Task A_conversation_that_is_not_there_is_not_there(string what, string method)
    {
        await using var house = await ChannelHouse.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/directline/conversations/none/{what}".TrimEnd('/'));
        request.Content = method is "POST" ? JsonContent.Create(new { type = "message", text = "hoi" }) : null;

        Assert.Equal(HttpStatusCode.NotFound, (await house.Http.SendAsync(request)).StatusCode);
    }

    [TownTheory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    public async Task A_watermark_that_was_never_given_is_refused(string watermark)
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));

        var answer = await house.Http.GetAsync($"/directline/conversations/{talk}/activities?watermark={watermark}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [TownFact]
    public async Task Of_a_long_past_only_the_last_is_asked_for()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await StartAsync(house, await house.PersonAsync("Anna"));
        foreach (var word in (string[])["een", "twee", "drie"])
        {
            await SayAsync(house, talk, word, word);
        }

        var page = await LookAsync(house, talk, "?last=2");

        Assert.Equal(["twee", "drie"], page.Activities.Select(a => $"{a["text"]}"));
        Assert.Equal("3", page.Watermark);
    }

    internal static async Task<string> StartAsync(ChannelHouse house, PersonId person) => $"{(await ChannelHouse.JsonAsync(
        await house.Http.PostAsJsonAsync("/directline/conversations", new { user = new { id = person.Value } })))["conversationId"]}";

    internal static RenderedMessage Rendered(ChannelHouse house, string text) => new()
    {
        Id = MessageId.New(house.Clock.GetUtcNow()), Text = text, Speak = text, Language = "nl", Choices = [new RenderedChoice("Ja", "yes")], AwaitsAnswer = true,
    };

    internal static Task<DeliveryOutcome> TellAsync(ChannelHouse house, PersonId person, RenderedMessage message) =>
        house.Get<IEnumerable<IChannel>>().Single(channel => channel.Serves("webchat")).SendAsync(
            new ContactPoint { Id = ContactPointId.New(house.Clock.GetUtcNow()), Channel = "webchat", Address = person.Value.ToString("N") },
            message, CancellationToken.None);

    internal static async Task<string> SayAsync(ChannelHouse house, string talk, string text, string clientId) => $"{(await ChannelHouse.JsonAsync(
        await house.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", new
        {
            type = "message", text, channelData = new { clientActivityID = clientId },
        })))["id"]}";

    private static async Task<(List<JsonNode> Activities, string Watermark)> LookAsync(ChannelHouse house, string talk, string query = "")
    {
        var set = await house.Http.GetFromJsonAsync<JsonNode>($"/directline/conversations/{talk}/activities{query}");
        return ([.. set?["activities"]?.AsArray().OfType<JsonNode>() ?? []], $"{set?["watermark"]}");
    }
}
