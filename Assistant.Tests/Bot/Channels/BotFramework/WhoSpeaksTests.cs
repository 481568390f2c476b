using System.Net;
using System.Text.Json.Nodes;
using Assistant.Scheduling.Delivery;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Tests.Bot.Channels.BotFramework;

public sealed class WhoSpeaksTests
{
    [TownFact]
    public async Task A_bot_is_not_answered()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["from"] = new JsonObject { ["id"] = "other", ["role"] = "bot" };

        Assert.Equal(HttpStatusCode.OK, (await house.PostActivityAsync(message)).StatusCode);
        Assert.Empty(await house.InboxAsync());
    }

    [TownFact]
    public async Task Nobody_becomes_a_resident_by_choosing_her_id_on_another_web_chat()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["channelId"] = "webchat";

        await house.PostActivityAsync(message);

        Assert.Equal("botframework-webchat", Assert.Single(await house.InboxAsync()).Utterance.Channel);
    }

    [TownFact]
    public async Task In_a_group_she_is_somebody_else_than_at_home()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var message = ActivityReaderTests.Message();
        message["conversation"] = new JsonObject { ["id"] = "19:groep;messageid=7", ["conversationType"] = "channel" };

        await house.PostActivityAsync(message);

        Assert.Equal("19:groep/anna", Assert.Single(await house.InboxAsync()).Utterance.Address);
    }

    [TownFact]
    public async Task Whoever_comes_in_is_greeted_once()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var update = ActivityReaderTests.Message();
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" }, new JsonObject { ["id"] = "anna" });

        await house.PostActivityAsync(update);
        update["id"] = "2";
        await house.PostActivityAsync(update);

        await using var db = await house.DbAsync();
        var greeting = Assert.Single(await db.Set<OutboundMessage>().ToListAsync());
        Assert.Equal("welcome.hello", greeting.Saying.Key);
        Assert.Empty(await house.InboxAsync());
    }

    [TownFact]
    public async Task The_arrival_of_the_bot_alone_is_no_reason_to_speak()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var update = ActivityReaderTests.Message();
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "bot" });

        await house.PostActivityAsync(update);

        await using var db = await house.DbAsync();
        Assert.Empty(await db.Set<OutboundMessage>().ToListAsync());
    }
}
