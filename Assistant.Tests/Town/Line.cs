using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Tests.Town;

/// <summary>Something that came in at one address of a line.</summary>
internal sealed record LineMessage(string Address, RenderedMessage Message, DateTimeOffset At)
{
    public string Text => Message.Text;
}

/// <summary>A channel of a street: it takes, refuses, fails or hangs as it is told, and keeps what it took.</summary>
internal sealed class Line(string id, TimeProvider clock) : IChannel
{
    private readonly Lock gate = new();
    private readonly List<LineMessage> taken = [];
    private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int underWay;
    private int most;

    /// <summary>What a send to an address comes to; null takes everything.</summary>
    public Func<string, CancellationToken, Task<DeliveryOutcome?>>? Answers { get; set; }

    public bool TellsArrival { get; set; }

    /// <summary>How often somebody tried to send here.</summary>
    public int Tries { get; private set; }

    /// <summary>How many sends were under way together, at the most.</summary>
    public int MostTogether => most;

    public IReadOnlyList<LineMessage> Taken
    {
        get
        {
            lock (gate)
            {
                return [.. taken];
            }
        }
    }

    public IReadOnlyList<string> TextsAt(string address) => [.. Taken.Where(m => m.Address == address).Select(m => m.Text)];

    /// <summary>Waits until this holds, however long the machine takes to get there.</summary>
    public async Task WhenAsync(Func<Line, bool> holds)
    {
        while (true)
        {
            var next = Volatile.Read(ref news).Task;
            if (holds(this))
            {
                return;
            }

            await next;
        }
    }

    /// <summary>What it took until now is of no more interest.</summary>
    public void Forget()
    {
        lock (gate)
        {
            taken.Clear();
        }
    }

    public void Refuses(string reason = "Blocked (403).") => Says(new DeliveryOutcome.Refused(reason));

    public void Fails(string reason = "It answered 503.") => Says(new DeliveryOutcome.Failed(reason));

    public void Hangs() => Answers = async (_, _) =>
    {
        await new TaskCompletionSource().Task;
        return null;
    };

    public void Works() => Answers = null;

    public bool Serves(string channelId) => channelId == id;

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Tries++;
            most = Math.Max(most, ++underWay);
        }

        Tell();

        try
        {
            if (Answers is { } answers && await answers(to.Address, cancellationToken) is { } outcome)
            {
                return outcome;
            }

            lock (gate)
            {
                taken.Add(new LineMessage(to.Address, message, clock.GetUtcNow()));
                return new DeliveryOutcome.Accepted($"{id}-{taken.Count}", message.Text);
            }
        }
        finally
        {
            lock (gate)
            {
                underWay--;
            }

            Tell();
        }
    }

    private void Tell() => Interlocked.Exchange(ref news, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private void Says(DeliveryOutcome outcome) => Answers = (_, _) => Task.FromResult<DeliveryOutcome?>(outcome);
}
