using Assistant.Bot.Hosting.Demo;
using Assistant.Bot.Hosting.Secrets;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Hosting;

/// <summary>What happens before the first request and the first tick: tables, keys, the demo's people, today's plan.</summary>
internal sealed class OpenHouse(
    StorePlace place, KeyProof keys, IDbContextFactory<AssistantDb> contexts, TimeProvider clock, PlanTheDay planning) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (place.IsDemo)
        {
            place.StartAfresh();
        }

        try
        {
            await OpenStoreAsync(cancellationToken);
        }
        catch (Exception fault) when (StoreComplaint.Of(fault, place.Address) is { } complaint)
        {
            throw complaint;
        }

        if (place.IsDemo)
        {
            await DemoNeighbourhood.SettleAsync(contexts, clock.GetUtcNow(), cancellationToken);
        }

        await planning.RunAsync(cancellationToken);
    }

    private async Task OpenStoreAsync(CancellationToken cancellationToken)
    {
        var outcome = await StoreSetup.MigrateAsync(contexts, place.Address, cancellationToken);
        if (StoreComplaint.Of(outcome, place.Address) is { } complaint)
        {
            throw complaint;
        }

        await keys.ProveAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
