using System.Net.WebSockets;
using System.Text.Json;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>The stream of one open page: everything after its watermark, each activity once and in order.</summary>
/// <remarks>It is read from the store by watermark, never handed over in memory: what was written while the line was
/// down comes with the next connection, and what was seen does not come again.</remarks>
internal sealed class ChatStream(ChatStore store, ChatFeed feed, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>How often an empty frame says that the line still stands. Default 15 s.</summary>
    public static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>What a client may send at once; it has nothing to send but its own empty frames.</summary>
    private const int FrameBytes = 1024;

    /// <summary><c>GET /directline/conversations/{id}/stream</c>, as a WebSocket.</summary>
    public async Task ServeAsync(HttpContext context, string id)
    {
        if (!context.WebSockets.IsWebSocketRequest || !DirectLine.IsSameSite(context.Request)
            || !DirectLine.TryWatermark(context.Request.Query["watermark"], out var watermark))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await store.FindAsync(id, context.RequestAborted) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await FeedAsync(socket, id, watermark, ending.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException || StoreFault.IsAway(fault))
        {
            // The line is gone, the house closes or the store is busy: the page comes back with its watermark.
            socket.Abort();
        }
    }

    private async Task FeedAsync(WebSocket socket, string id, long watermark, CancellationToken cancellationToken)
    {
        var heard = HearAsync(socket, cancellationToken);
        while (!heard.IsCompleted)
        {
            var next = feed.Next(id);
            var page = await store.AfterAsync(id, watermark, cancellationToken);
            if (page.Activities.Count > 0)
            {
                watermark = page.Watermark;
                var set = JsonSerializer.SerializeToUtf8Bytes(ActivitySet.Of(page), JsonSerializerOptions.Web);
                await socket.SendAsync(set, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
                continue;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, heard, Task.Delay(KeepAlive, clock, waiting.Token));
            await waiting.CancelAsync();
            if (!next.IsCompleted && !heard.IsCompleted)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
        }

        await heard;
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    // Whatever a client says here is a keep-alive; only its goodbye matters.
    private static async Task HearAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[FrameBytes];
        while ((await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType is not WebSocketMessageType.Close)
        {
        }
    }
}
