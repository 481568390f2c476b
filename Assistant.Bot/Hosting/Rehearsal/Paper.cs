using System.Collections.Concurrent;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Hosting.Rehearsal;

/// <summary>Something somebody would have received.</summary>
internal sealed record Received(DateTimeOffset At, ContactPoint Where, RenderedMessage Message);

/// <summary>The channel of a rehearsal: reaches everybody, and only writes down what would have been sent.</summary>
internal sealed class Paper(TimeProvider clock) : IChannel
{
    private readonly ConcurrentQueue<Received> written = new();

    public bool Serves(string channelId) => true;

    public Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        written.Enqueue(new Received(clock.GetUtcNow(), to, message));
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted(null, message.Text));
    }

    /// <summary>What was written since it was last asked, in an order that is the same every time: to each place as it was sent.</summary>
    public IReadOnlyList<Received> Take()
    {
        var taken = new List<Received>();
        while (written.TryDequeue(out var received))
        {
            taken.Add(received);
        }

        return [.. taken.OrderBy(r => r.At).ThenBy(r => r.Where.Address, StringComparer.Ordinal)];
    }
}
