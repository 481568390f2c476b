using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Bot.Channels.BotFramework;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels;

public sealed class ATalkFromEndToEndTests
{
    [TownFact]
    public async Task Whoever_says_good_morning_to_the_bot_is_answered_in_Dutch_where_she_said_it()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["serviceUrl"] = connector.Url.ToString();

        for (var i = 0; i < 3; i++)
        {
            await house.PostActivityAsync(message);
        }

        await house.Get<Ticker>().TickAsync(CancellationToken.None);

        var answer = Assert.Single(connector.Calls).Activity;
        Assert.Equal("nl-NL", $"{answer["locale"]}");
        Assert.Contains("Assistent", $"{answer["text"]}", StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Whoever_comes_in_hears_who_speaks()
    {
        await using var connector = await FakeConnector.OpenAsync();
        await using var house = await ChannelHouse.OpenAsync();
        var update = ActivityReaderTests.Message();
        update["type"] = "conversationUpdate";
        update["serviceUrl"] = connector.Url.ToString();
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "anna" });

        await house.PostActivityAsync(update);
        await house.Get<Ticker>().TickAsync(CancellationToken.None);

        Assert.Contains("Assistent", $"{Assert.Single(connector.Calls).Activity["text"]}", StringComparison.Ordinal);
    }

    [TownFact]
    public async Task Whoever_waits_for_the_answer_gets_it_and_nobody_else_does()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["deliveryMode"] = "expectReplies";
        message.Remove("serviceUrl");

        var asking = house.PostActivityAsync(message);
        while (!asking.IsCompleted)
        {
            await house.Get<Ticker>().TickAsync(CancellationToken.None);
        }

        var replies = (await ChannelHouse.JsonAsync(await asking))["activities"]?.AsArray() ?? [];
        Assert.Contains("Assistent", $"{Assert.Single(replies)?["text"]}", StringComparison.Ordinal);
    }

    [TownFact]
    public async Task On_her_own_page_the_answer_comes_after_what_she_said()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");
        var talk = await WebChat.DirectLineTests.StartAsync(house, anna);

        await house.Http.PostAsJsonAsync($"/directline/conversations/{talk}/activities", new { type = "message", text = "Goedemorgen" });
        await house.Get<Ticker>().TickAsync(CancellationToken.None);

        var said = (await house.Http.GetFromJsonAsync<JsonNode>($"/directline/conversations/{talk}/activities"))?["activities"]?.AsArray() ?? [];
        Assert.Equal(["user", "bot"], said.Select(activity => $"{activity?["from"]?["role"]}"));
        Assert.Contains("Assistent", $"{said[1]?["text"]}", StringComparison.Ordinal);
    }
}
