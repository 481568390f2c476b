using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Jobs;

/// <summary>Tells somebody outside that all is well; who does not hear it any more knows that it is not.</summary>
public interface IHeartbeat
{
    /// <summary>Beats once.</summary>
    Task BeatAsync(CancellationToken cancellationToken);
}

/// <summary>Goes round every minute, apart from everything he watches: by his own clock, in his own loop, on the store alone.</summary>
public sealed class Watchman(
    IDbContextFactory<AssistantDb> contexts, IHeartbeat heartbeat, TimeProvider clock, ILogger<Watchman> log) : BackgroundService
{
    /// <summary>How often he goes round. Default 1 min. (choice)</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>What he saw last; null before his first round, and where the store was away on the last one.</summary>
    public WatchReport? Last { get; private set; }

    /// <summary>One round. The heart beats only where nothing is wrong.</summary>
    public async Task RoundAsync(CancellationToken cancellationToken)
    {
        Last = null;
        await OneAtATime.TryAsync(
            "The watchman's round",
            async cancel =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancel);
                Last = await WatchRound.LookAsync(db, clock.GetUtcNow(), cancel);
            },
            log,
            cancellationToken);
        if (Last is { Worst: not WatchMark.Wrong })
        {
            await OneAtATime.TryAsync("The heartbeat", heartbeat.BeatAsync, log, cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The machine's own time: a demo's clock that is moved by hand must not stop him.
        var machine = new MachineClock();
        while (!stoppingToken.IsCancellationRequested)
        {
            await RoundAsync(stoppingToken);
            await Task.Delay(Interval, machine, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
