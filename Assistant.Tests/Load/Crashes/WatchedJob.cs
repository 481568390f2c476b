using Assistant.Scheduling.Jobs;

namespace Assistant.Load.Crashes;

/// <summary>A job of the product, and the moment before it.</summary>
internal sealed class WatchedJob(IDueJob job, Fault fault) : IDueJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        fault.Job = job.GetType().Name;
        await fault.PassAsync(Fault.BeforeJob(fault.Job));
        return await job.RunAsync(cancellationToken);
    }

    public Task FinishAsync() => job.FinishAsync();
}
