namespace Assistant.Tests.Bot.Dashboard;

/// <summary>One served demo for a class of tests: starting it takes longer than asking it.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    internal ServedHouse Served { get; } = new(demo: true);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Served.DisposeAsync();
}
