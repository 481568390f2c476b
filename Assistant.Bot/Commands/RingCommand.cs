using System.CommandLine;
using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.CheckIns;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary><c>ring</c>: neighbours who greet each other in order, once a day.</summary>
internal static class RingCommand
{
    private static readonly TimeOnly Earliest = new(6, 0);
    private static readonly TimeOnly Latest = new(18, 0);
    private static readonly Option<string> People = new("--people") { Description = "Their whole names in the order of the greeting, a comma between.", Required = true };
    private static readonly Option<string> At = new("--at") { Description = "When the first is greeted, from 06:00 to 18:00.", DefaultValueFactory = _ => "09:00" };
    private static readonly Option<int> Wait = new("--wait")
    {
        Description = "How many minutes each has before the greeting goes on, from 5 to 60.", DefaultValueFactory = _ => (int)GreetingRing.DefaultWait.TotalMinutes,
    };

    public static Command Create(Terminal terminal) => new("ring", "Neighbours who greet each other in order, once a day.")
    {
        Make(terminal),
        Show(terminal),
        End(terminal),
    };

    private static Command Make(Terminal terminal)
    {
        var command = OperatorHouse.Verb("make", "Makes a ring, and asks everybody in it whether she joins.", terminal, async (parsed, house, cancellationToken) =>
        {
            var (at, wait) = (DutyDesk.Time(parsed.GetValue(At)), parsed.GetValue(Wait));
            if (at < Earliest || at > Latest || wait is < 5 or > 60)
            {
                throw new StartupFault("A ring begins between 06:00 and 18:00, and each has 5 to 60 minutes.", "Give --at 09:00 --wait 15.");
            }

            return await InOneAsync(house, async db =>
            {
                var now = terminal.Clock.GetUtcNow();
                var people = await ResidentsAsync(db, parsed.GetValue(People) ?? "", cancellationToken);
                var zone = (await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == people[0].PersonId, cancellationToken)).TimeZoneId;
                var ring = new GreetingRing
                {
                    Id = Guid.CreateVersion7(now), NeighbourhoodId = people[0].NeighbourhoodId, At = at, Wait = TimeSpan.FromMinutes(wait), TimeZoneId = zone,
                };
                return await new RingBook(db, now).MakeAsync(ring, people, cancellationToken) is { Count: > 0 } refused
                    ? throw new StartupFault(
                        $"{refused.Count} of them cannot: in a ring already, or never agreed to be asked how they are ({string.Join(", ", refused)}).",
                        "ring show lists the rings; the organiser's page of a resident has what she agreed to.")
                    : $"{ring.Id}: {people.Count} people are asked whether they join.";
            }, terminal, cancellationToken);
        });
        command.Add(People);
        command.Add(At);
        command.Add(Wait);
        return command;
    }

    private static Command Show(Terminal terminal) => OperatorHouse.Verb("show", "Every ring with its people in order, a line each.", terminal, async (_, house, cancellationToken) =>
    {
        await using var db = await house.ExistingAsync(cancellationToken);
        var members = await (
            from ring in db.Set<GreetingRing>().AsNoTracking()
            join member in db.Set<RingMember>() on ring.Id equals member.RingId
            join resident in db.Set<Resident>() on member.ResidentId equals resident.Id
            join person in db.Set<Person>() on resident.PersonId equals person.Id
            where ring.EndedAt == null
            orderby ring.Id, member.Place
            select new { Ring = ring, member.JoinedAt, person.Name }).ToListAsync(cancellationToken);
        foreach (var one in members)
        {
            var at = one.Ring.At.ToString("HH:mm", CultureInfo.InvariantCulture);
            await terminal.Output.WriteLineAsync($"{one.Ring.Id}\t{at}\t{one.Name}\t{(one.JoinedAt is null ? "asked" : "joined")}");
        }

        return 0;
    });

    private static Command End(Terminal terminal)
    {
        var id = new Argument<Guid>("RING") { Description = "Its id; ring show has it." };
        var command = OperatorHouse.Verb("end", "The ring goes round no more.", terminal, (parsed, house, cancellationToken) => InOneAsync(house, async db =>
        {
            var wanted = parsed.GetValue(id);
            var ring = await db.Set<GreetingRing>().SingleOrDefaultAsync(r => r.Id == wanted && r.EndedAt == null, cancellationToken)
                ?? throw new StartupFault($"There is no ring {wanted}.", "ring show lists them.");
            await new RingBook(db, terminal.Clock.GetUtcNow()).EndAsync(ring, cancellationToken);
            return "Noted.";
        }, terminal, cancellationToken));
        command.Add(id);
        return command;
    }

    private static async Task<List<Resident>> ResidentsAsync(AssistantDb db, string names, CancellationToken cancellationToken)
    {
        var people = new List<Resident>();
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            people.Add((await NamedResident.FindAsync(db, name, cancellationToken)).Resident);
        }

        return people.Count >= 2 && people.Select(p => p.Id).Distinct().Count() == people.Count && people.Select(p => p.NeighbourhoodId).Distinct().Count() == 1
            ? people
            : throw new StartupFault("A ring needs two or more residents of one neighbourhood, each once.", "Give --people \"mevrouw Jansen,meneer Bakker\".");
    }

    private static async Task<int> InOneAsync(
        OperatorHouse house, Func<AssistantDb, Task<string>> work, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var db = await house.ExistingAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var said = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await terminal.Output.WriteLineAsync(said);
        return 0;
    }
}
