using System.Collections.Concurrent;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Where every channel puts what it heard. Once this returns, nothing of it can be lost.</summary>
/// <remarks>
/// Whoever comes while another writes waits; then one writes for all who wait, in one transaction, and each is answered
/// after that commit. So three hundred webhooks a second share a few dozen syncs of the disk.
/// </remarks>
internal sealed class Inbox(IDbContextFactory<AssistantDb> contexts, TimeProvider clock, TickSignal signal, ILogger<Inbox> log)
{
    /// <summary>How many are written together, at the most. Default 64.</summary>
    public const int Together = 64;

    private readonly ConcurrentQueue<Arrival> waiting = new();
    private readonly Lane writer = new(1);
    private volatile Task last = Task.CompletedTask;
    private DateTimeOffset lastReceivedAt = DateTimeOffset.MinValue;

    private sealed record Arrival(InboxMessage Message, Func<AssistantDb, CancellationToken, Task>? Alongside)
    {
        public bool IsNew { get; set; }

        public TaskCompletionSource<bool> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Stores the utterance, and wakes whoever answers.</summary>
    /// <returns>False when this message of this channel is known already; it will not be answered twice.</returns>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The database cannot take it now; the channel answers 503.</exception>
    public Task<bool> AcceptAsync(Utterance utterance, CancellationToken cancellationToken) =>
        StoreAsync(utterance, null, cancellationToken);

    /// <summary>Stores the utterance together with what the channel keeps of it: both or neither.</summary>
    /// <param name="utterance">What was said.</param>
    /// <param name="alongside">What the channel writes in the same transaction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False when this message of this channel is known already.</returns>
    public Task<bool> AcceptAsync(
        Utterance utterance, Func<AssistantDb, CancellationToken, Task> alongside, CancellationToken cancellationToken) =>
        StoreAsync(utterance, alongside, cancellationToken);

    /// <summary>Waits until whoever came last is stored: a turn steps back for those who stay on the line.</summary>
    /// <param name="most">How long at the most, for a turn has to begin sometime.</param>
    public async Task LetPassAsync(TimeSpan most) => await last.WaitAsync(most).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<bool> StoreAsync(
        Utterance utterance, Func<AssistantDb, CancellationToken, Task>? alongside, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        var arrival = new Arrival(
            new InboxMessage
            {
                Id = Guid.CreateVersion7(now),
                Channel = utterance.Channel,
                MessageKey = utterance.MessageKey,
                Utterance = utterance,
                ReceivedAt = AfterTheLast(now),
            }.Due(now),
            alongside);
        waiting.Enqueue(arrival);
        last = arrival.Stored.Task;
        await writer.RunAsync(() => arrival.Stored.Task.IsCompleted ? Task.CompletedTask : WriteAllAsync());
        var isNew = await arrival.Stored.Task;
        signal.Wake();
        return isNew;
    }

    // Of two that come in one instant the second is the later: ids of one millisecond are in no order.
    private DateTimeOffset AfterTheLast(DateTimeOffset now)
    {
        lock (waiting)
        {
            var next = lastReceivedAt + TimeSpan.FromMicroseconds(1);
            return lastReceivedAt = now > next ? now : next;
        }
    }

    // A store that is away is away for all of them; any other fault is somebody's own, and costs nobody else his place.
    private async Task WriteAllAsync()
    {
        var together = new List<Arrival>();
        while (together.Count < Together && waiting.TryDequeue(out var next))
        {
            together.Add(next);
        }

        var fault = await TryAsync(together);
        if (fault is not null && together.Count > 1 && !StoreFault.IsAway(fault))
        {
            foreach (var arrival in together)
            {
                Tell([arrival], await TryAsync([arrival]));
            }

            return;
        }

        Tell(together, fault);
    }

    private Task<Exception?> TryAsync(IReadOnlyList<Arrival> arrivals) => OneAtATime.TryAsync(
        $"Storing {arrivals.Count} messages", _ => WriteAsync(arrivals), log, CancellationToken.None);

    private async Task WriteAsync(IReadOnlyList<Arrival> arrivals)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var queues = await SpeakerLookup.QueuesAsync(db, [.. arrivals.Select(a => a.Message.Utterance)], CancellationToken.None);
        db.IsWaitedFor = true;
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        foreach (var message in arrivals.Select(arrival => arrival.Message))
        {
            message.StandsIn(queues[message.Utterance.Place]);
        }

        var news = await PreparedRows.InsertAsync(db, [.. arrivals.Select(arrival => arrival.Message)], CancellationToken.None);
        var stored = news == arrivals.Count ? null : await StoredAsync(db, arrivals);
        foreach (var arrival in arrivals)
        {
            arrival.IsNew = stored is null || stored.Contains(arrival.Message.Id);
            await (arrival.Alongside?.Invoke(db, CancellationToken.None) ?? Task.CompletedTask);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    // What was known already is there under the id it got the first time.
    private static Task<HashSet<Guid>> StoredAsync(AssistantDb db, IReadOnlyList<Arrival> arrivals)
    {
        var ids = arrivals.Select(arrival => arrival.Message.Id).ToList();
        return db.Set<InboxMessage>().Where(message => ids.Contains(message.Id)).Select(message => message.Id).ToHashSetAsync(CancellationToken.None);
    }

    private static void Tell(IReadOnlyList<Arrival> arrivals, Exception? fault)
    {
        foreach (var arrival in arrivals)
        {
            if (fault is null)
            {
                arrival.Stored.SetResult(arrival.IsNew);
            }
            else
            {
                arrival.Stored.SetException(fault);
            }
        }
    }
}
