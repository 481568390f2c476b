using System.Diagnostics;
using System.Globalization;
using Assistant.Bot.Conversation.Turns;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Load;

/// <summary>What of a turn goes to sealing and to asking for consent: the same turns in a house that does and one that does not.</summary>
/// <remarks>
/// A turn here is all of it: stored, taken up, understood, answered from the rows, taken up at the door, put into words
/// and written down. The two houses take turns in batches, so that what else the machine does strikes both. The house
/// without seals is the product with the marks taken off its columns. The door is asked for one message at a time, which
/// costs more than the batches of a busy hour.
/// </remarks>
internal static class TurnCost
{
    private const int People = 200;
    private const int Rounds = 12;
    private const string Question = "wat staat er vandaag op het programma";

    public static async Task<int> RunAsync()
    {
        await using var closed = await OpenAsync(BotSetup.Tables);
        await using var open = await OpenAsync(new StoreTables([.. BotSetup.Tables.Rooms, new RoomTables(_ => { }, TakeSealsOff)]));
        var (sealing, plain, asking) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = (await AnswerAsync(closed, round), await AnswerAsync(open, round));
            var door = await AskAsync(closed);
            if (round > 1)
            {
                sealing.Add(first);
                plain.Add(second);
                asking.Add(door);
            }
        }

        Tell(Median(sealing), Median(plain), Median(asking));
        return 0;
    }

    private static void Tell(double closed, double open, double door)
    {
        Console.WriteLine($"turn       {closed:F2} ms of processor time, {open:F2} ms without seals; the door is asked in {door:F2} ms");
        Console.WriteLine($"share      sealing {(closed - open) / closed:P1}, asking {door / closed:P1}, together {(closed - open + door) / closed:P1} (target 15 %)");
    }

    private static async Task<House> OpenAsync(StoreTables tables)
    {
        var store = await LoadStore.OpenAsync(onPostgres: false);
        var clock = new RunningClock(Street.Eight.AddHours(-1));
        var services = new ServiceCollection().AddLogging()
            .AddHouse(store.Address, KeyRing.Parse(KeyRing.NewText(Street.Eight)), clock)
            .AddSingleton(tables)
            .AddSingleton<IMessageSender>(_ => new WordedSender(clock, new NullChannel(Street.Eight, int.MaxValue)))
            .BuildServiceProvider();
        var house = new House(store, services);
        await StoreSetup.MigrateAsync(house.Contexts, store.Address, CancellationToken.None);
        await Street.SettleAsync(house.Contexts, People);
        await GiveTelephonesAsync(house);
        await services.GetRequiredService<PlanTheDay>().RunAsync(CancellationToken.None);
        return house;
    }

    private static void TakeSealsOff(ModelBuilder model)
    {
        foreach (var column in model.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(SealedColumns.IsClosed))
        {
            foreach (var mark in column.GetAnnotations().Where(a => a.Name.StartsWith("Assistant:", StringComparison.Ordinal)).ToList())
            {
                column.RemoveAnnotation(mark.Name);
            }
        }
    }

    private static async Task GiveTelephonesAsync(House house)
    {
        await using var db = await house.Contexts.CreateDbContextAsync();
        foreach (var (person, number) in (await db.Set<Person>().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync()).Select((id, i) => (id, i)))
        {
            var point = new ContactPoint { Id = ContactPointId.New(Street.Eight), Channel = "whatsapp", Address = Address(number) };
            db.AddRange(point, new Reachability { PersonId = person, ContactPointId = point.Id });
        }

        await db.SaveChangesAsync();
    }

    // In milliseconds of processor time a turn.
    private static async Task<double> AnswerAsync(House house, int round)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < People; i++)
        {
            await house.Services.GetRequiredService<Inbox>().AcceptAsync(
                new Utterance
                {
                    Channel = "whatsapp", Address = Address(i), Text = Question, SaidAt = Street.Eight.AddHours(-1),
                    MessageKey = string.Create(CultureInfo.InvariantCulture, $"{round}-{i}"),
                },
                CancellationToken.None);
        }

        await house.Services.GetRequiredService<Ticker>().TickAsync(CancellationToken.None);
        await house.Services.GetRequiredService<Dispatcher>().AllSentAsync();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / People;
    }

    private static async Task<double> AskAsync(House house)
    {
        await using var db = await house.Contexts.CreateDbContextAsync();
        var messages = await db.Set<OutboundMessage>().AsNoTracking().Where(m => m.About != null).Take(People).ToListAsync();
        var before = Stopwatch.GetTimestamp();
        foreach (var message in messages)
        {
            await Doorkeeper.ForbiddenAsync(db, [message], Street.Eight, CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(before).TotalMilliseconds / messages.Count;
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"31600{number:000000}");

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private sealed record House(LoadStore Store, ServiceProvider Services) : IAsyncDisposable
    {
        public IDbContextFactory<AssistantDb> Contexts => Services.GetRequiredService<IDbContextFactory<AssistantDb>>();

        public async ValueTask DisposeAsync()
        {
            await Services.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}
