using Assistant.Bot.Hosting;
using Assistant.Scheduling;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Town;

/// <summary>The nodes of the program that serve one town: the same store, clock and telephones, and nothing else in common.</summary>
internal sealed class TownNodes(StoreAddress store, FakeClock clock, Phones phones, params IReadOnlyList<ILoggerProvider> listening) : IAsyncDisposable
{
    private readonly List<IHost> nodes = [];

    /// <summary>What the first of them is made of.</summary>
    public IServiceProvider First => nodes[0].Services;

    public TownNodes Add()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders().SetMinimumLevel(Ears.Level);
        foreach (var listener in listening)
        {
            builder.Logging.AddProvider(listener);
        }

        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IMessageSender>(phones)
            .AddStore(store, BotSetup.Tables, TownFile.Ring).AddScheduling();
        nodes.Add(builder.Build());
        return this;
    }

    /// <summary>All of them do this at the same moment.</summary>
    public Task AllAsync<T>(Func<T, Task> work)
        where T : notnull => Task.WhenAll(nodes.Select(node => Task.Run(() => work(node.Services.GetRequiredService<T>()))));

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes.OfType<IAsyncDisposable>())
        {
            await node.DisposeAsync();
        }
    }
}
