using System.Threading.Channels;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Delivery;

/// <summary>Writes down what went out, while the rest still goes; as many in one transaction as are ready.</summary>
/// <remarks>
/// What went out and is not written down is sent again after the lease. So a store that is away is tried until it takes
/// the record, and those who send wait meanwhile: no more goes out than can be written down. Nor is it ended by a stop
/// of the program before it was tried once.
/// </remarks>
internal sealed class SendRecord(IDbContextFactory<AssistantDb> contexts, Undelivered undelivered, TimeProvider clock, ILogger log)
{
    /// <summary>How many sent messages may wait for their record, beside those that are being written. Default 32. (choice)</summary>
    public const int MostWaiting = 32;

    /// <summary>How long a store that is away is left alone. Default 250 ms, of the machine's own time.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Written =
    [
        nameof(OutboundMessage.State), nameof(OutboundMessage.NextActionAt), nameof(OutboundMessage.Fault),
        nameof(OutboundMessage.SentAt), nameof(OutboundMessage.Text), nameof(OutboundMessage.ProviderId),
        nameof(OutboundMessage.SentVia),
    ];

    private readonly Lock gate = new();
    private TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int unwritten;

    /// <summary>Counts a message that went out, or was decided about, and is not written down yet.</summary>
    public void Add()
    {
        lock (gate)
        {
            unwritten++;
        }
    }

    /// <summary>Waits until all that went out is written down: before that nothing may be taken up again.</summary>
    public async Task AllWrittenAsync()
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                next = unwritten == 0 ? Task.CompletedTask : written.Task;
            }

            if (next.IsCompletedSuccessfully)
            {
                return;
            }

            await next;
        }
    }

    /// <summary>Writes until nothing more comes.</summary>
    public async Task WriteAsync(ChannelReader<OutboundMessage> done, CancellationToken stopping)
    {
        while (await done.WaitToReadAsync(CancellationToken.None))
        {
            var ready = new List<OutboundMessage>();
            while (done.TryRead(out var message))
            {
                ready.Add(message);
            }

            if (await TryAsync(ready, stopping) is { } fault && !StoreFault.IsAway(fault))
            {
                // One of them cannot be written: it costs the others nothing.
                foreach (var one in ready)
                {
                    await TryAsync([one], stopping);
                }
            }

            WroteDown(ready.Count);
        }
    }

    private void WroteDown(int messages)
    {
        lock (gate)
        {
            unwritten -= messages;
            if (unwritten == 0)
            {
                written.SetResult();
                written = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    // To write the same again changes nothing, so a commit whose word got lost may be repeated.
    private async Task<Exception?> TryAsync(List<OutboundMessage> messages, CancellationToken stopping)
    {
        using var pause = new PeriodicTimer(Pause);
        while (true)
        {
            var fault = await OneAtATime.TryAsync(
                $"The record of {messages.Count} sent messages", _ => MarkAsync(messages), log, CancellationToken.None);
            if (!StoreFault.IsAway(fault) || stopping.IsCancellationRequested)
            {
                return fault;
            }

            Task waiting = pause.WaitForNextTickAsync(stopping).AsTask();
            await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task MarkAsync(List<OutboundMessage> messages)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await PreparedRows.MarkAsync(db, messages, Written, CancellationToken.None);
        if (messages.Where(message => message.IsLost).ToList() is { Count: > 0 } lost)
        {
            await undelivered(db, lost, clock.GetUtcNow(), CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }
}
