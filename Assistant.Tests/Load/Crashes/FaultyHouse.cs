using System.Globalization;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Times;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Load.Crashes;

/// <summary>The house of the product on a given store, with a channel of paper and a fault put around it from outside.</summary>
internal sealed class FaultyHouse : IAsyncDisposable
{
    // Read once for all houses of the program: they take longer to read than a house to build, and one ring is one model.
    private static readonly Lazy<KeyRing> Keys = new(() => KeyRing.Parse(Environment.GetEnvironmentVariable("Secrets__Keys") ?? ""));
    private static readonly Lazy<PhraseBook> Phrases = new(() => PhraseBook.Load(PhraseBook.FolderOfProgram));
    private static readonly Lazy<TimeReader> Times = new(() => TimeReader.Load(PhraseBook.FolderOfProgram));
    private static readonly Lazy<SayBook> Says = new(() => SayBook.Load(PhraseBook.FolderOfProgram));

    private readonly ServiceProvider services;
    private readonly StandingClock clock;
    private readonly NarrowConnections connections = new();
    private readonly Fault fault;

    public FaultyHouse(StoreAddress address, string paper, DateTimeOffset now, Fault fault)
    {
        this.fault = fault;
        clock = new StandingClock(now);
        var house = new ServiceCollection().AddLogging(logging => logging.AddConsole(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error));
        house.AddHouse(address, Keys.Value, clock)
            .AddSingleton(_ => Phrases.Value).AddSingleton(_ => Times.Value).AddSingleton(_ => Says.Value)
            .AddSingleton<IChannel>(new PaperChannel(paper, clock, fault))
            .ConfigureDbContext<AssistantDb>(options => options.AddInterceptors(new WatchedTransactions(fault), connections));
        foreach (var job in house.Where(s => s.ServiceType == typeof(IDueJob)).ToList())
        {
            house.Remove(job);
            house.AddSingleton<IDueJob>(all => new WatchedJob(
                (IDueJob)ActivatorUtilities.CreateInstance(all, job.ImplementationType ?? throw new InvalidOperationException("A job without a type.")), fault));
        }

        services = house.BuildServiceProvider();
    }

    private Ticker Ticker => services.GetRequiredService<Ticker>();

    /// <summary>Does one thing, unless it comes to stand at its point before that is done.</summary>
    /// <returns>What to answer.</returns>
    public async Task<string> DoAsync(string[] order)
    {
        var doing = Task.Run(() => CarryOutAsync(order));
        return await Task.WhenAny(doing, fault.Reached) == doing ? $"done {await doing}" : "stands";
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<int> CarryOutAsync(string[] order)
    {
        switch (order)
        {
            case ["plan", var now]:
                clock.MoveTo(Moment(now));
                fault.Job = nameof(PlanTheDay);
                return await services.GetRequiredService<PlanTheDay>().RunAsync(CancellationToken.None);
            case ["tick", var now]:
                clock.MoveTo(Moment(now));
                return await Ticker.TickAsync(CancellationToken.None);
            case ["live", var until]:
                return await LiveAsync(Moment(until));
            case ["run"]:
                await Ticker.StartAsync(CancellationToken.None);
                return 0;
            case ["move", var now]:
                clock.MoveTo(Moment(now));
                return 0;
            case ["rest"]:
                await Ticker.StopAsync(CancellationToken.None);
                return 0;
            case ["say", var address, var key, var text]:
                return await SayAsync(address, key, text);
            case ["room", var pages]:
                connections.Room = pages is "any" ? null : long.Parse(pages, CultureInfo.InvariantCulture);
                return 0;
            default:
                throw new ArgumentException($"No house does this: {string.Join(' ', order)}", nameof(order));
        }
    }

    // From one waiting row to the next, as the clock would pass them.
    private async Task<int> LiveAsync(DateTimeOffset until)
    {
        var total = await Ticker.TickAsync(CancellationToken.None);
        while (await NextAsync() is { } next && next <= until)
        {
            clock.MoveTo(next > clock.GetUtcNow() ? next : clock.GetUtcNow());
            total += await Ticker.TickAsync(CancellationToken.None);
        }

        clock.MoveTo(until);
        return total;
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AssistantDb>>().CreateDbContextAsync();
        var waiting = db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IWaitingRow)))
            .Select(t => $"SELECT MIN(\"NextActionAt\") AS \"At\" FROM \"{t.GetTableName()}\"");
        var sql = $"SELECT MIN(\"At\") AS \"Value\" FROM ({string.Join(" UNION ALL ", waiting)}) AS waiting";
        return await db.Database.SqlQueryRaw<long?>(sql).SingleAsync() is { } at ? Conversions.FromMicroseconds(at) : null;
    }

    private async Task<int> SayAsync(string address, string key, string text)
    {
        var utterance = new Utterance { Channel = "paper", Address = address, MessageKey = key, Text = text, SaidAt = clock.GetUtcNow() };
        return await services.GetRequiredService<Inbox>().AcceptAsync(utterance, CancellationToken.None) ? 1 : 0;
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
