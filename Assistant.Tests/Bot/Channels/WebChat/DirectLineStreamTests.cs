using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Assistant.Bot.Channels.WebChat;
using Assistant.Tests.Town;

namespace Assistant.Tests.Bot.Channels.WebChat;

public sealed class DirectLineStreamTests
{
    [TownFact]
    public async Task After_a_dropped_line_everything_comes_once_and_in_order()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var anna = await house.PersonAsync("Anna");
        var talk = await DirectLineTests.StartAsync(house, anna);
        await DirectLineTests.SayAsync(house, talk, "een", "1");
        string watermark;
        using (var socket = await ListenAsync(house, talk, "0"))
        {
            var set = await HearAsync(socket);
            Assert.Equal("een", $"{set["activities"]?[0]?["text"]}");
            await DirectLineTests.TellAsync(house, anna, DirectLineTests.Rendered(house, "twee"));
            set = await HearAsync(socket);
            Assert.Equal("twee", $"{set["activities"]?[0]?["text"]}");
            watermark = $"{set["watermark"]}";
            socket.Abort();
        }

        await DirectLineTests.TellAsync(house, anna, DirectLineTests.Rendered(house, "drie"));
        await DirectLineTests.SayAsync(house, talk, "vier", "4");

        using var again = await ListenAsync(house, talk, watermark);
        var missed = await HearAsync(again);
        Assert.Equal(["drie", "vier"], missed["activities"]?.AsArray().Select(a => $"{a?["text"]}") ?? []);
        Assert.Equal("4", $"{missed["watermark"]}");
    }

    [TownFact]
    public async Task A_silent_line_shows_that_it_stands_and_takes_keep_alives()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await DirectLineTests.StartAsync(house, await house.PersonAsync("Anna"));
        using var socket = await ListenAsync(house, talk, "0");
        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

        var buffer = new byte[16];
        var hearing = socket.ReceiveAsync(buffer, CancellationToken.None);
        while (!hearing.IsCompleted)
        {
            house.Clock.MoveTo(house.Clock.GetUtcNow() + ChatStream.KeepAlive);
            await Task.Yield();
        }

        Assert.Equal(0, (await hearing).Count);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [TownFact]
    public async Task A_page_of_another_site_can_neither_speak_nor_listen()
    {
        await using var house = await ChannelHouse.OpenAsync();
        var talk = await DirectLineTests.StartAsync(house, await house.PersonAsync("Anna"));
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"/directline/conversations/{talk}/activities")
        {
            Content = JsonContent.Create(new { type = "message", text = "alles gaat goed" }),
            Headers = { { "Origin", "https://evil.example" } },
        };
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await house.Http.SendAsync(foreign)).StatusCode);
        Assert.Equal(
            HttpStatusCode.UnsupportedMediaType,
            (await house.Http.PostAsync($"/directline/conversations/{talk}/activities", new StringContent("{\"type\":\"message\",\"text\":\"a\"}"))).StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(StreamOf(house, talk, "0"), CancellationToken.None));
        Assert.Empty(await house.InboxAsync());
    }

    private static Uri StreamOf(ChannelHouse house, string talk, string watermark) =>
        new($"ws://{house.Http.BaseAddress?.Authority}/directline/conversations/{talk}/stream?watermark={watermark}");

    private static async Task<ClientWebSocket> ListenAsync(ChannelHouse house, string talk, string watermark)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(StreamOf(house, talk, watermark), CancellationToken.None);
        return socket;
    }

    private static async Task<JsonNode> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var count = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None);
            count += part.Count;
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(buffer.AsSpan(0, count)) ?? throw new InvalidOperationException("An empty set.");
    }
}
