using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Tests.Town;
using Microsoft.EntityFrameworkCore;
using static Assistant.Tests.Faults.ChildHouse;

namespace Assistant.Tests.Faults;

/// <summary>A row that nobody can read costs nobody else anything, in whichever table it lies.</summary>
public sealed class OnePoisonedRowAmongAThousand
{
    private static readonly int Residents = Suite.IsFull ? 1000 : 100;

    [TownFact]
    public async Task Everybody_else_is_told_in_time()
    {
        for (var run = 0; run < FaultTable.Runs; run++)
        {
            await using var town = await FaultTown.OpenAsync(Residents, run, day: FaultTown.ToldOnce);
            var house = await OpenAsync(ChildNode.Survivor, town, FaultTown.Eight);
            await house.DoneAsync("say", FaultTown.Name(0), "m1", "hoe laat is het");
            var poisons = await PoisonAsync(town, new Random(run).Next(Residents));

            await house.TickAsync(FaultTown.Eight);
            var inTime = town.Sent().Count;
            await house.LiveAsync(FaultTown.Noon);
            await house.CloseAsync();

            Assert.Equal(Residents - 1, inTime);
            foreach (var poison in poisons)
            {
                await poison.WriteAsync(town, poison.Was);
            }

            var aside = await town.Small.ReadAsync(db => db.Set<SetAsideRow>().Select(r => r.Table).Order().ToListAsync());
            Assert.Equal([nameof(InboxMessage), "Reminder"], aside);
            FaultTable.Note("one poisoned row among many", await Reckoning.OfAsync(town, FaultTown.Noon, crashes: 0));
        }
    }

    // One thing of the day, one message that is due before all others, and one thing that was said.
    private static async Task<IReadOnlyList<Poison>> PoisonAsync(FaultTown town, int number)
    {
        await town.Small.InOneTransactionAsync(db =>
        {
            new Outbox(db, town.Small.Now).Put(
                town.Small.Person(FaultTown.Name(number)).Id, "poison", Saying.Of("conversation.greeting"), Ground.Nobody, TimeSpan.FromHours(2));
            return Task.FromResult(true);
        });
        var (item, message, said) = await town.Small.ReadAsync(async db => (
            (await db.Set<PlanItem>().OrderBy(i => i.Id).Skip(number).FirstAsync(i => i.At == FaultTown.Eight)).Id.Value,
            (await db.Set<OutboundMessage>().SingleAsync()).Id.Value,
            (await db.Set<InboxMessage>().SingleAsync()).Id));
        Poison[] poisons =
            [new("PlanItems", "Importance", item), new("OutboundMessages", "Saying", message), new("InboxMessages", "Utterance", said)];
        foreach (var poison in poisons)
        {
            poison.Was = await poison.ReadAsync(town);
            await poison.WriteAsync(town, "what no version of ours ever wrote");
        }

        return poisons;
    }

    private sealed record Poison(string Table, string Column, Guid Id)
    {
        public string Was { get; set; } = "";

        private string Read => $"SELECT \"{Column}\" AS \"Value\" FROM \"{Table}\" WHERE \"Id\" = {{0}}";

        private string Write => $"UPDATE \"{Table}\" SET \"{Column}\" = {{1}} WHERE \"Id\" = {{0}}";

        public Task<string> ReadAsync(FaultTown town) =>
            town.Small.ReadAsync(db => db.Database.SqlQueryRaw<string>(Read, Id).SingleAsync());

        public Task<int> WriteAsync(FaultTown town, string value) =>
            town.Small.ReadAsync(db => db.Database.ExecuteSqlRawAsync(Write, Id, value));
    }
}
