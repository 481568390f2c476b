using System.Threading.Channels;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Delivery;

/// <summary>Carries due messages out of the door and writes down how it went.</summary>
/// <remarks>
/// 1. Take up due messages. 2. What is too late is not sent, nor what its resident no longer agrees to. 3. The others go
/// out, one person after the other in the order they were stored, different people side by side. 4. What went out is
/// written down while the rest still goes (<see cref="SendRecord"/>). A crash between 3 and 4 sends again after the
/// lease; that is why a repeat is worded as a question. A message that is not begun in time is left for the next round.
/// </remarks>
public sealed class Dispatcher(
    IDbContextFactory<AssistantDb> contexts, IMessageSender sender, TimeProvider clock, ILogger<Dispatcher> log)
{
    /// <summary>How many people are spoken to side by side. Default 8: a slow channel does not hold up the street.</summary>
    public const int SideBySide = 8;

    /// <summary>How long one send may take, at the most. Default 10 s: well inside <see cref="RowClaim.Lease"/>.</summary>
    public static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);

    private readonly DueMessages due = new(contexts, clock, log);
    private readonly SendRecord record = new(contexts, log);

    /// <summary>Sends one batch.</summary>
    /// <returns>How many messages were taken up.</returns>
    public async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        var letGoAt = clock.GetUtcNow() + RowClaim.Lease - SendTimeout;
        var (messages, forbidden) = await TakeUpAsync(cancellationToken);
        if (messages.Count == 0)
        {
            return 0;
        }

        var done = Channel.CreateBounded<OutboundMessage>(new BoundedChannelOptions(SendRecord.MostWaiting) { SingleReader = true });
        var writing = record.WriteAsync(done.Reader, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                messages.GroupBy(m => m.To),
                new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
                async (toOne, cancel) =>
                {
                    foreach (var message in toOne.OrderBy(m => m.Id.Value)
                        .TakeWhile(_ => clock.GetUtcNow() < letGoAt && !cancel.IsCancellationRequested))
                    {
                        await SendAsync(message, forbidden.Contains(message.Id));
                        await done.Writer.WriteAsync(message, CancellationToken.None);
                    }
                });
        }
        finally
        {
            done.Writer.Complete();
            await writing;
        }

        return messages.Count;
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
