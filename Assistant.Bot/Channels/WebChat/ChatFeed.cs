using System.Collections.Concurrent;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Tells open pages that their conversation has something new; what it is they read from the store.</summary>
internal sealed class ChatFeed
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> pulses = new();

    /// <summary>The next news of this conversation. Take it before reading, so that nothing falls between.</summary>
    public Task Next(string conversation) => pulses.GetOrAdd(conversation, _ => NewPulse()).Task;

    public void Tell(string conversation)
    {
        if (pulses.TryRemove(conversation, out var pulse))
        {
            pulse.TrySetResult();
        }
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
