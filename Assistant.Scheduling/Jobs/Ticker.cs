using Assistant.Scheduling.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Scheduling.Jobs;

/// <summary>The metronome: each job looks several times a second whether anything is due, and finishes it.</summary>
/// <remarks>Every job has a loop of its own, so that a slow channel holds up no escalation.</remarks>
public sealed class Ticker(IEnumerable<IDueJob> jobs, TickSignal signal, ILogger<Ticker> log) : BackgroundService
{
    /// <summary>How long nothing may be looked at. Default 250 ms: an empty look costs 0.13 ms a table.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a job that found nothing leaves the tables alone. Default 25 ms: of hundreds of calls a second most are one. (choice)</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(25);

    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly IReadOnlyList<Beat> beats = [.. jobs.Select(job => new Beat(job, new SemaphoreSlim(1, 1)))];

    private sealed record Beat(IDueJob Job, SemaphoreSlim OneAtATime);

    /// <summary>Finishes everything that is due now, and what becomes due by that.</summary>
    /// <returns>How many rows were taken up.</returns>
    public async Task<int> TickAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        int round;
        do
        {
            round = 0;
            foreach (var beat in beats)
            {
                round += await RunAsync(beat, cancellationToken);
            }

            total += round;
        }
        while (round > 0);
        return total;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var beat in beats)
        {
            beat.OneAtATime.Dispose();
        }

        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(beats.Select(async beat =>
        {
            await LoopAsync(beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await beat.Job.FinishAsync();
        }));

    private async Task LoopAsync(Beat beat, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            if (await RunAsync(beat, stoppingToken) > 0)
            {
                signal.Wake();
                continue;
            }

            // The time waited is the machine's monotonic one, untouched by any clock change.
            await Never.WaitAsync(Rest, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await next.WaitAsync(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> RunAsync(Beat beat, CancellationToken cancellationToken)
    {
        var done = 0;
        await beat.OneAtATime.WaitAsync(cancellationToken);
        try
        {
            await OneAtATime.TryAsync(
                beat.Job.GetType().Name, async cancel => done = await beat.Job.RunAsync(cancel), log, cancellationToken);
        }
        finally
        {
            beat.OneAtATime.Release();
        }

        return done;
    }
}
