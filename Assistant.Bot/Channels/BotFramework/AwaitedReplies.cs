using System.Collections.Concurrent;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Requests that stay open until their answer is there (<c>deliveryMode: expectReplies</c>).</summary>
/// <remarks>
/// The message is stored first, as every other. When the answer is ready within <see cref="Patience"/> it goes out in
/// the response; when not, the response has no activities, and the answer goes to the service address if one was given.
/// </remarks>
internal sealed class AwaitedReplies(TimeProvider clock)
{
    /// <summary>How long a request stays open. Default 10 s: channels give up after 15.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<OutboundActivity>> open = new();

    /// <summary>Stores a message and waits for its answer; it waits before it stores, so that no answer is too quick.</summary>
    /// <returns>The answer; null when it did not come in time, or the message was known already.</returns>
    public async Task<OutboundActivity?> WaitAsync(
        string messageKey, Func<CancellationToken, Task<bool>> storeAsync, CancellationToken cancellationToken)
    {
        var reply = new TaskCompletionSource<OutboundActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isFirst = open.TryAdd(messageKey, reply);
        try
        {
            return await storeAsync(cancellationToken) && isFirst
                ? await reply.Task.WaitAsync(Patience, clock, cancellationToken)
                : null;
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            open.TryRemove(KeyValuePair.Create(messageKey, reply));
        }
    }

    /// <summary>Hands over an answer.</summary>
    /// <returns>False when nobody waits for it.</returns>
    public bool Answer(string messageKey, OutboundActivity reply) =>
        open.TryRemove(messageKey, out var waiting) && waiting.TrySetResult(reply);
}
