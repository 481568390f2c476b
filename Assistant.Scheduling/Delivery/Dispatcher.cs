using System.Threading.Channels;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Delivery;

/// <summary>Carries due messages out of the door and writes down how it went.</summary>
/// <remarks>
/// 1. Take up due messages. 2. What is too late is not sent, nor what its resident no longer agrees to. 3. The others go
/// out, one person after the other in the order they were stored, different people side by side, so many on each channel;
/// whoever hangs is not waited for, the next round begins beside it. 4. What went out is
/// written down while the rest still goes (<see cref="SendRecord"/>). A crash between 3 and 4 sends again after the
/// lease; that is why a repeat is worded as a question. A message that is not begun in time is left for the next round.
/// </remarks>
public sealed class Dispatcher(
    IDbContextFactory<AssistantDb> contexts, IMessageSender sender, Undelivered undelivered, TimeProvider clock, ILogger<Dispatcher> log)
{
    /// <summary>How many people are spoken to side by side on one channel. Default 8: a slow channel holds up its own street only.</summary>
    public const int SideBySide = 8;

    /// <summary>How long one send may take, at the most. Default 10 s: well inside <see cref="RowClaim.Lease"/>.</summary>
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long a round is waited for before the next begins beside it. Default 1 s. (choice)</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>How many messages may be under way before no more are taken up. Default ten rounds.</summary>
    public const int MostUnderWay = 10 * RowClaim.BatchSize;

    private readonly DueMessages due = new(contexts, clock, log);
    private readonly SendRecord record = new(contexts, undelivered, clock, log);
    private readonly UnderWay underWay = new();

    /// <summary>Begins one round, and waits for it a while.</summary>
    /// <returns>How many messages were taken up.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        await underWay.RoomAsync(MostUnderWay, cancellationToken);
        await record.AllWrittenAsync();
        var letGoAt = clock.GetUtcNow() + RowClaim.Lease - SendTimeout;
        var (messages, forbidden) = await TakeUpAsync(cancellationToken);
        if (messages.Count == 0)
        {
            return 0;
        }

        var lanes = await sender.LanesAsync(messages, cancellationToken);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var patience = Task.Delay(Patience, clock, either.Token);
        var round = RoundAsync(
            messages.GroupBy(m => m.To),
            toOne => underWay.Lane(lanes.GetValueOrDefault(toOne, ""), SideBySide),
            message => clock.GetUtcNow() < letGoAt && !cancellationToken.IsCancellationRequested
                ? SendAsync(message, forbidden.Contains(message.Id)) : null,
            cancellationToken);
        underWay.Add(round, messages.Count);
        await Task.WhenAny(round, patience);
        await either.CancelAsync();
        await EndAsync(round, cancellationToken);
        return messages.Count;
    }

    /// <summary>Waits until nothing is under way any more, and all of it is written down.</summary>
    public Task AllSentAsync() => underWay.AllAsync();

    private async Task EndAsync(Task round, CancellationToken cancellationToken)
    {
        await record.AllWrittenAsync();
        if (round.IsCompleted)
        {
            await round;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            await AllSentAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task RoundAsync(
        IEnumerable<IGrouping<PersonId, OutboundMessage>> people, Func<PersonId, Lane> laneOf,
        Func<OutboundMessage, Task?> send, CancellationToken cancellationToken)
    {
        var done = Channel.CreateBounded<OutboundMessage>(new BoundedChannelOptions(SendRecord.MostWaiting) { SingleReader = true });
        var writing = record.WriteAsync(done.Reader, cancellationToken);
        try
        {
            await Task.WhenAll(people.Select(toOne => underWay.AfterTheLastAsync(toOne.Key, async () =>
            {
                foreach (var message in toOne.OrderBy(m => m.CreatedAt).ThenBy(m => m.Number).ThenBy(m => m.Id.Value))
                {
                    await laneOf(toOne.Key).RunAsync(() => BeginAsync(message));
                }
            })).ToList());
        }
        finally
        {
            done.Writer.Complete();
            await writing;
        }

        async Task BeginAsync(OutboundMessage message)
        {
            if (send(message) is { } sending)
            {
                await sending;
                record.Add();
                await done.Writer.WriteAsync(message, CancellationToken.None);
            }
        }
    }

    private async Task<(List<OutboundMessage> Messages, IReadOnlySet<MessageId> Forbidden)> TakeUpAsync(CancellationToken cancellationToken)
    {
        var messages = await due.TakeUpAsync(cancellationToken);
        if (messages.Count == 0)
        {
            return ([], new HashSet<MessageId>());
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (messages, await Doorkeeper.ForbiddenAsync(db, messages, clock.GetUtcNow(), cancellationToken));
    }

    // What is begun is finished, also when the program is told to stop: it takes no longer than the timeout.
    private async Task SendAsync(OutboundMessage message, bool isForbidden)
    {
        var instead = isForbidden ? DeliveryPolicy.Withdrawn : DeliveryPolicy.BeforeSending(message, clock.GetUtcNow());
        if (instead is not null)
        {
            message.Apply(instead, null, clock.GetUtcNow());
            return;
        }

        DeliveryOutcome outcome = new DeliveryOutcome.Failed("The sender gave no answer.");
        using var patience = new CancellationTokenSource(SendTimeout, clock);
        var fault = await OneAtATime.TryAsync(
            $"Message {message.Id}",
            async _ => outcome = await sender.SendAsync(message, patience.Token).WaitAsync(patience.Token),
            log,
            CancellationToken.None);
        if (fault is not null)
        {
            outcome = new DeliveryOutcome.Failed(
                patience.IsCancellationRequested ? "The channel was silent." : $"A fault of our own: {fault.GetType().Name}.");
        }

        var now = clock.GetUtcNow();
        message.Apply(DeliveryPolicy.AfterSending(message, outcome, now), outcome, now);
    }
}
