using System.Collections.Concurrent;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>The gate before each channel: closed while the channel answers nobody, so that people are reached elsewhere.</summary>
internal sealed class ChannelGate(TimeProvider clock)
{
    /// <summary>How long a channel may take. A moment less than the dispatcher waits for us, so that we can still say what happened.</summary>
    public static readonly TimeSpan Patience = Dispatcher.SendTimeout - TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<string, ChannelHealth> health = [];

    /// <summary>Sends, unless the channel is closed.</summary>
    /// <returns>What the channel said; null where it was not even tried.</returns>
    public async Task<DeliveryOutcome?> SendAsync(
        string channel, Func<CancellationToken, Task<DeliveryOutcome>> send, CancellationToken cancellationToken)
    {
        if (!Enters(channel))
        {
            return null;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        DeliveryOutcome outcome;
        try
        {
            // Whatever hangs in there is left to itself: the message has its answer, and somebody else the place.
            outcome = await send(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            outcome = new DeliveryOutcome.Failed("The channel was silent.");
        }

        health.AddOrUpdate(
            channel, _ => ChannelHealth.Well.After(outcome, clock.GetUtcNow()), (_, known) => known.After(outcome, clock.GetUtcNow()));
        return outcome;
    }

    private bool Enters(string channel)
    {
        while (true)
        {
            var known = health.GetOrAdd(channel, ChannelHealth.Well);
            var now = clock.GetUtcNow();
            if (!known.Admits(now))
            {
                return false;
            }

            if (health.TryUpdate(channel, known.Tried(now), known))
            {
                return true;
            }
        }
    }
}
