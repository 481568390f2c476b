using System.Collections.Concurrent;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Load;

/// <summary>Puts the message into words as the program does, and gives it to a channel that takes everything.</summary>
internal sealed class WordedSender(TimeProvider clock, NullChannel channel) : IMessageSender
{
    private readonly Wording? wording = Words();

    public Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var person = new Person { Id = message.To, Name = "Resident", Language = "nl", TimeZoneId = "Europe/Amsterdam" };
        var words = wording?.Render(message, person).Text ?? message.Saying.Key;
        channel.Take(clock.GetUtcNow());
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted(null, words));
    }

    private static Wording? Words() =>
        SayBook.Load(PhraseBook.FolderOfProgram) is var book && book.Languages.Contains("nl") ? new Wording(book) : null;
}

internal sealed class NullChannel(DateTimeOffset due, int awaited)
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;

    public ConcurrentBag<double> Late { get; } = [];

    public Task AllArrived => all.Task;

    public void Take(DateTimeOffset at)
    {
        Late.Add((at - due).TotalSeconds);
        if (Interlocked.Increment(ref taken) == awaited)
        {
            all.SetResult();
        }
    }
}
