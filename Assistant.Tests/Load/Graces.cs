using System.Collections.Concurrent;
using System.Globalization;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Escalation;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Load;

/// <summary>So many graces that end in the same second, each with a neighbour to ask; then everybody answers at once.</summary>
/// <remarks>Late is from the end of the grace until the message is stored (queued) and until the channel has it, and from each answer to the channel.</remarks>
internal static class Graces
{
    private static readonly DateTimeOffset Ends = Street.Eight.AddHours(1);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments.Where(a => !a.StartsWith('-')).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).FirstOrDefault(3_000);
        await using var store = await LoadStore.OpenAsync(onPostgres: arguments.Contains("--postgres"));
        var clock = new RunningClock(Street.Eight.AddHours(-1));
        using var heard = new Heard(clock);
        await using var house = new LoadHouse(store.Address, clock, _ => heard, KeyRing.Parse(KeyRing.NewText(Street.Eight)));
        await house.MigrateAsync();
        await Street.SettleAsync(house.Contexts, count);
        await NeighboursAsync(house);
        await house.Get<PlanTheDay>().RunAsync(CancellationToken.None);
        clock.MoveTo(Street.Eight);
        await house.Ticker.TickAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        await house.Ticker.StartAsync(stop.Token);
        var queued = QueuedAsync(house, clock, count);
        clock.MoveTo(Ends);
        Report("first human", await heard.UntilAsync("concern.ask.missed_check_in", count), _ => Ends);
        Report("of it queued", await queued);
        var answered = await AnswerAsync(house, clock);
        Report("all-clear", await heard.UntilAsync("concern.circle.over.answered_herself", count), message => answered[message.About ?? default]);
        await house.Ticker.StopAsync(stop.Token);
        return 0;
    }

    // Everybody has one neighbour of her own, and is asked at eight with an hour of grace; nobody takes pills.
    private static async Task NeighboursAsync(LoadHouse house)
    {
        await using var db = await house.Contexts.CreateDbContextAsync();
        await db.Set<Scheduling.Medication.Regimen>().ExecuteDeleteAsync();
        var residents = await db.Set<Resident>().AsNoTracking().ToListAsync();
        var then = Street.Eight.AddDays(-1);
        var organiser = new Person { Id = PersonId.New(then), NeighbourhoodId = residents[0].NeighbourhoodId, Name = "Organiser", Language = "nl", TimeZoneId = "Europe/Amsterdam" };
        db.AddRange(organiser, new OrganiserDuty { NeighbourhoodId = residents[0].NeighbourhoodId, PersonId = organiser.Id });
        foreach (var resident in residents)
        {
            var neighbour = new Person { Id = PersonId.New(then), NeighbourhoodId = resident.NeighbourhoodId, Name = "Neighbour", Language = "nl", TimeZoneId = "Europe/Amsterdam" };
            db.AddRange(
                neighbour,
                new CircleMember { ResidentId = resident.Id, PersonId = neighbour.Id, Relation = "neighbour", AcceptedAt = then },
                new CheckInSchedule { Id = Guid.CreateVersion7(then), ResidentId = resident.Id, At = new(8, 0), Rule = "FREQ=DAILY", From = new(2026, 3, 1), Grace = TimeSpan.FromHours(1) },
                new EscalationPolicy { Id = Guid.CreateVersion7(then), ResidentId = resident.Id, Kind = ConcernKind.MissedCheckIn, Steps = [new EscalationStep(neighbour.Id, EscalationStep.DefaultWait)] });
            db.AddRange(new[] { SharedKind.Silence, SharedKind.Course }.Select(kind => new ConsentGrant
            {
                Id = ConsentGrantId.New(then), ResidentId = resident.Id, Purpose = Purpose.SharingWithContact, Kind = kind, ContactId = neighbour.Id,
                Answer = ConsentAnswer.Given, AnsweredAt = then, Version = "load", How = AskedHow.OnPaper, By = resident.PersonId,
            }));
        }

        await db.SaveChangesAsync();
    }

    // As a turn does it: one transaction each, eight at a time.
    private static async Task<IReadOnlyDictionary<ResidentId, DateTimeOffset>> AnswerAsync(LoadHouse house, RunningClock clock)
    {
        await using var read = await house.Contexts.CreateDbContextAsync();
        var residents = await read.Set<Resident>().AsNoTracking().Select(r => r.Id).ToListAsync();
        var answered = new ConcurrentDictionary<ResidentId, DateTimeOffset>();
        await Parallel.ForEachAsync(residents, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, cancellationToken) =>
        {
            answered[id] = clock.GetUtcNow();
            await Overtaken.AgainAsync(
                async cancel =>
                {
                    await using var db = await house.Contexts.CreateDbContextAsync(cancel);
                    await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                    var resident = await db.Set<Resident>().SingleAsync(r => r.Id == id, cancel);
                    await SignsOfLife.NoteAsync(db, resident, clock.GetUtcNow(), clock.GetUtcNow(), cancel);
                    await db.SaveChangesAsync(cancel);
                    await transaction.CommitAsync(cancel);
                },
                cancellationToken);
            house.Get<TickSignal>().Wake();
        });
        return answered;
    }

    // When so many were stored, as anybody else sees it: looked at every 20 ms from a connection of its own.
    private static async Task<IReadOnlyList<double>> QueuedAsync(LoadHouse house, RunningClock clock, int count)
    {
        var seen = new List<double>();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        await using var db = await house.Contexts.CreateDbContextAsync();
        while (seen.Count < count && await pause.WaitForNextTickAsync())
        {
            var stored = await db.Set<Concern>().CountAsync(c => c.Rung >= 0);
            var late = (clock.GetUtcNow() - Ends).TotalSeconds;
            seen.AddRange(Enumerable.Repeat(late, stored - seen.Count));
        }

        return seen;
    }

    private static void Report(string what, IReadOnlyList<double> late)
    {
        double At(double quantile) => late[(int)Math.Ceiling(quantile * late.Count) - 1];
        Console.WriteLine($"{what,-12} {late.Count:N0}: p50 {At(0.50):F2} s, p99 {At(0.99):F2} s, most {At(1):F2} s (target p99 3 s)");
    }

    private static void Report(string what, IEnumerable<(OutboundMessage Message, DateTimeOffset At)> arrived, Func<OutboundMessage, DateTimeOffset> since)
    {
        Report(what, [.. arrived.Select(one => (one.At - since(one.Message)).TotalSeconds).Order()]);
    }

    private sealed class Heard(TimeProvider clock) : IMessageSender, IDisposable
    {
        private readonly ConcurrentBag<(OutboundMessage Message, DateTimeOffset At)> all = [];
        private readonly ConcurrentDictionary<string, int> counts = [];
        private readonly SemaphoreSlim news = new(0);

        public Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            all.Add((message, clock.GetUtcNow()));
            counts.AddOrUpdate(message.Saying.Key, 1, (_, before) => before + 1);
            news.Release();
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted(null, message.Saying.Key));
        }

        public void Dispose() => news.Dispose();

        public async Task<IReadOnlyList<(OutboundMessage Message, DateTimeOffset At)>> UntilAsync(string key, int count)
        {
            while (counts.GetValueOrDefault(key) < count)
            {
                await news.WaitAsync();
            }

            return [.. all.Where(one => one.Message.Saying.Key == key)];
        }
    }
}
