using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Medication;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Load;

/// <summary>Everybody's pills at eight: so many reminders due at one instant, from claim to record.</summary>
/// <remarks>
/// The whole path of the product but the channel: claim, decide, outbox, claim, words, an empty channel, record. The
/// metronome beats as in the program, each job in a loop of its own. Late is the time from eight to the empty channel.
/// </remarks>
internal static class DueAtOnce
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 10, 7, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var count = arguments is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000;
        var folder = Directory.CreateTempSubdirectory("due-");
        try
        {
            var clock = new RunningClock(Eight.AddHours(-1));
            var channel = new NullChannel(Eight, count);
            await using var house = new LoadHouse(
                Path.Combine(folder.FullName, "due.db"), clock, _ => new WordedSender(clock, channel), KeyRing.Parse(KeyRing.NewText(Eight)));
            await house.MigrateAsync();
            await SettleAsync(house, count);
            var planning = await MeasureAsync(() => house.Get<PlanTheDay>().RunAsync(CancellationToken.None));
            Console.WriteLine($"planning   {count:N0} residents in {planning.TotalSeconds:F1} s");
            await MeasureDueAsync(house, clock, channel, count);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureDueAsync(LoadHouse house, RunningClock clock, NullChannel channel, int count)
    {
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        clock.MoveTo(Eight);
        using var stop = new CancellationTokenSource();
        var due = await MeasureAsync(async () =>
        {
            await house.Ticker.StartAsync(stop.Token);
            await channel.AllArrived;
            await house.Ticker.StopAsync(stop.Token);
            await house.Ticker.TickAsync(CancellationToken.None);
            return 0;
        });
        await using var db = await house.Contexts.CreateDbContextAsync();
        var recorded = await db.Set<OutboundMessage>().CountAsync(m => m.State == MessageState.Accepted);
        var late = channel.Late.Order().ToList();
        Console.WriteLine($"due        {count:N0} at one instant, {recorded:N0} recorded as sent, in {due.TotalSeconds:F2} s");
        Console.WriteLine($"rate       {count / due.TotalSeconds:N0} a second (target 2,500)");
        Console.WriteLine($"late       p50 {At(late, 0.50):F2} s, p99 {At(late, 0.99):F2} s, most {At(late, 1):F2} s (target p99 5 s)");
        Console.WriteLine($"processor  {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds:F1} s on {Environment.ProcessorCount} cores");
    }

    private static async Task<TimeSpan> MeasureAsync(Func<Task<int>> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static double At(List<double> sorted, double quantile) => sorted[(int)Math.Ceiling(quantile * sorted.Count) - 1];

    private static async Task SettleAsync(LoadHouse house, int count)
    {
        var then = Eight.AddDays(-1);
        var home = new Neighbourhood { Id = NeighbourhoodId.New(then), Name = "Lindenhof", Country = "NL" };
        foreach (var some in Enumerable.Range(0, count).Chunk(1000))
        {
            await using var db = await house.Contexts.CreateDbContextAsync();
            if (some[0] == 0)
            {
                db.Add(home);
            }

            db.AddRange(some.SelectMany(i => One(home, i, then)));
            await db.SaveChangesAsync();
        }
    }

    private static IEnumerable<object> One(Neighbourhood home, int number, DateTimeOffset then)
    {
        var person = new Person
        {
            Id = PersonId.New(then), NeighbourhoodId = home.Id, Name = $"Resident {number}", Language = "nl", TimeZoneId = "Europe/Amsterdam",
        };
        var resident = new Resident { Id = ResidentId.New(then), PersonId = person.Id, NeighbourhoodId = home.Id };
        var regimen = new Regimen
        {
            Id = Guid.CreateVersion7(then),
            ResidentId = resident.Id,
            Medicine = "metoprolol",
            Dosages = [new Dosage { Timing = new Timing { Repeat = new Repeat { TimesOfDay = [new(8, 0)] } } }],
            From = new DateOnly(2026, 3, 1),
            TellsCircle = false,
        };
        return [person, resident, regimen, .. Yes(resident, then)];
    }

    // As many answers as a resident with two contacts gives.
    private static IEnumerable<ConsentGrant> Yes(Resident resident, DateTimeOffset then) =>
        Agreement.Kinds.Select(Agreement.WithOrganiser)
            .Concat([Agreement.Reminders, Agreement.CheckIns, Agreement.Memory])
            .Concat(Agreement.Kinds.Select(kind => Agreement.With(resident.PersonId, kind)))
            .Select(about => new ConsentGrant
            {
                Id = ConsentGrantId.New(then),
                ResidentId = resident.Id,
                Purpose = about.Purpose,
                Kind = about.Kind,
                ContactId = about.Contact,
                Answer = ConsentAnswer.Given,
                AnsweredAt = then,
                Version = "load",
                How = AskedHow.OnPaper,
                By = resident.PersonId,
            });

    /// <summary>Puts the message into words as the program does, and gives it to a channel that takes everything.</summary>
    private sealed class WordedSender(TimeProvider clock, NullChannel channel) : IMessageSender
    {
        private readonly Wording? wording = Words();

        public Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
        {
            var person = new Person { Id = message.To, Name = "Resident", Language = "nl", TimeZoneId = "Europe/Amsterdam" };
            var words = wording?.Render(message, person).Text ?? message.Saying.Key;
            channel.Take(clock.GetUtcNow());
            return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Accepted(null, words));
        }

        private static Wording? Words() =>
            SayBook.Load(PhraseBook.FolderOfProgram) is var book && book.Languages.Contains("nl") ? new Wording(book) : null;
    }

    private sealed class NullChannel(DateTimeOffset due, int awaited)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int taken;

        public ConcurrentBag<double> Late { get; } = [];

        public Task AllArrived => all.Task;

        public void Take(DateTimeOffset at)
        {
            Late.Add((at - due).TotalSeconds);
            if (Interlocked.Increment(ref taken) == awaited)
            {
                all.SetResult();
            }
        }
    }
}
