using System.CommandLine;
using Assistant.Scheduling.Escalation;

namespace Assistant.Bot.Commands;

/// <summary><c>duty</c>: who of the organisers is on duty when, and how that is changed.</summary>
internal static class DutyCommand
{
    private static readonly Option<string> Of = new("--neighbourhood") { Description = "The neighbourhood, as its people call it.", Required = true };
    private static readonly Option<string> Person = new("--person") { Description = "An organiser, by name.", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "A date, or a date and time, on the neighbourhood's clock.", Required = true };
    private static readonly Option<string> Until = new("--until") { Description = "The same, exclusive.", Required = true };

    private delegate Task<DutyAnswer> Change(DutyBook book, DutyDesk desk, CancellationToken cancellationToken);

    public static Command Create(Terminal terminal) => new("duty", "Who of the organisers is on duty when.")
    {
        Show(terminal),
        Rotate(terminal),
        Hours(terminal, "take", "Somebody takes these hours, whoever's week it is.", DutyChangeKind.Takes),
        Hours(terminal, "away", "Somebody is not there in these hours: a holiday, an illness.", DutyChangeKind.Away),
        Swap(terminal),
    };

    private static Command Show(Terminal terminal)
    {
        var weeks = new Option<int>("--weeks") { Description = "How many weeks ahead.", DefaultValueFactory = _ => 4 };
        var command = OperatorHouse.Verb("show", "Every shift of the coming weeks, a line each.", terminal, async (parsed, house, cancellationToken) =>
        {
            var now = terminal.Clock.GetUtcNow();
            await using var db = await house.ExistingAsync(cancellationToken);
            var desk = await DutyDesk.OpenAsync(db, parsed.GetValue(Of) ?? "", now, cancellationToken);
            foreach (var line in desk.Lines(now, now.AddDays(7 * parsed.GetValue(weeks))))
            {
                await terminal.Output.WriteLineAsync(line);
            }

            return 0;
        });
        return Taking(command, Of, weeks);
    }

    private static Command Rotate(Terminal terminal)
    {
        var people = new Option<string>("--people") { Description = "Their names in the order of the weeks, a comma between.", Required = true };
        var at = new Option<string>("--at") { Description = "The hour of the hand-over.", DefaultValueFactory = _ => "09:00" };
        return Taking(
            Changing(terminal, "rotate", "They take turns, a week each, from this day on.", parsed => (book, desk, cancellationToken) => book.RotateAsync(
                new DutyRotation
                {
                    NeighbourhoodId = desk.Neighbourhood,
                    People = [.. (parsed.GetValue(people) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(desk.Person)],
                    From = DutyDesk.Date(parsed.GetValue(From)),
                    HandOverAt = DutyDesk.Time(parsed.GetValue(at)),
                    TimeZoneId = desk.Zone.Id,
                },
                cancellationToken)),
            Of, people, From, at);
    }

    private static Command Hours(Terminal terminal, string name, string description, DutyChangeKind kind) => Taking(
        Changing(terminal, name, description, parsed => (book, desk, cancellationToken) => book.ChangeAsync(
            new DutyChange
            {
                Id = Guid.CreateVersion7(terminal.Clock.GetUtcNow()),
                NeighbourhoodId = desk.Neighbourhood,
                PersonId = desk.Person(parsed.GetValue(Person) ?? ""),
                Kind = kind,
                From = desk.Moment(parsed.GetValue(From)),
                Until = desk.Moment(parsed.GetValue(Until)),
            },
            cancellationToken)),
        Of, Person, From, Until);

    private static Command Swap(Terminal terminal)
    {
        var one = new Option<string>("--week") { Description = "A day in the one week.", Required = true };
        var other = new Option<string>("--with") { Description = "A day in the other.", Required = true };
        return Taking(
            Changing(terminal, "swap", "The people of two weeks change places.", parsed => (book, desk, cancellationToken) =>
                book.SwapAsync(desk.Neighbourhood, desk.Moment($"{parsed.GetValue(one)} 23:59"), desk.Moment($"{parsed.GetValue(other)} 23:59"), cancellationToken)),
            Of, one, other);
    }

    private static Command Changing(Terminal terminal, string name, string description, Func<ParseResult, Change> change) =>
        OperatorHouse.Verb(name, description, terminal, async (parsed, house, cancellationToken) =>
        {
            await using var db = await house.ExistingAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var desk = await DutyDesk.OpenAsync(db, parsed.GetValue(Of) ?? "", terminal.Clock.GetUtcNow(), cancellationToken);
            var answer = await change(parsed)(new DutyBook(db, terminal.Clock.GetUtcNow()), desk, cancellationToken);
            if (DutyDesk.Complaint(answer) is { } complaint)
            {
                throw complaint;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await terminal.Output.WriteLineAsync("Noted.");
            return 0;
        });

    private static Command Taking(Command command, params IReadOnlyList<Option> options)
    {
        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }
}
