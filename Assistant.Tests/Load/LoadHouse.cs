using Assistant.Bot.Hosting;
using Assistant.Scheduling;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Load;

/// <summary>The rooms that decide, on a store, a clock and keys of one's own, with a message sender to measure or to break.</summary>
internal sealed class LoadHouse : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public LoadHouse(StoreAddress address, TimeProvider clock, Func<IServiceProvider, IMessageSender> sender, KeyRing ring)
    {
        Address = address;
        services = new ServiceCollection().AddLogging(logging => logging.AddConsole(
                console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error))
            .AddSingleton(clock).AddSingleton(sender).AddStore(Address, BotSetup.Tables, ring).AddScheduling()
            .BuildServiceProvider();
    }

    public StoreAddress Address { get; }

    public IDbContextFactory<AssistantDb> Contexts => Get<IDbContextFactory<AssistantDb>>();

    public Ticker Ticker => Get<Ticker>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task MigrateAsync() => StoreSetup.MigrateAsync(Contexts, Address, CancellationToken.None);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
