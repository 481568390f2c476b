using System.CommandLine;
using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Copying;

namespace Assistant.Bot.Commands;

/// <summary><c>copy</c>: carries the whole store to another database, and checks what arrived.</summary>
internal static class CopyCommand
{
    public static Command Create(Terminal terminal)
    {
        var to = new Option<string>("--to") { Description = "A PostgreSQL connection string, or the name of a new SQLite file.", Required = true };
        var command = OperatorHouse.Verb(
            "copy", "Copies the store into an empty one of either kind, and compares both.", terminal, (parsed, house, cancellationToken) =>
                RunAsync(terminal, house, Address(parsed.GetRequiredValue(to)), cancellationToken));
        command.Add(to);
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, OperatorHouse house, StoreAddress target, CancellationToken cancellationToken)
    {
        await ProveAsync(house, cancellationToken);
        await NoteAsync(house, terminal.Clock.GetUtcNow(), cancellationToken);
        try
        {
            var copy = new StoreCopy(house.Contexts, (house.On(target), target));
            var outcome = await copy.RunAsync(table => Tell(terminal, table), cancellationToken);
            if (outcome is not CopyOutcome.Whole(var tables))
            {
                throw Complaint(outcome, house.Place.Address, target);
            }

            await ProveAsync(house with { Place = house.Place with { Address = target } }, cancellationToken);
            await terminal.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Copied {tables.Count} tables with {tables.Sum(table => table.Rows)} rows from {house.Place.Address} to {target}: both hold the same, and the same keys open them."));
            return 0;
        }
        catch (Exception fault) when (StoreComplaint.Of(fault, target) is { } complaint)
        {
            throw complaint;
        }
    }

    private static async Task ProveAsync(OperatorHouse house, CancellationToken cancellationToken)
    {
        await using var db = await house.ExistingAsync(cancellationToken);
    }

    // Sealed at once, so that a running server has no reason to touch the log while it is copied.
    private static async Task NoteAsync(OperatorHouse house, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await house.Contexts.CreateDbContextAsync(cancellationToken);
        new AccessLog(db, now).Note(new AccessNote(
            AccessEvent.Export, AccessActor.Operator("copy"), null, DataCategories.All, "command/copy", AccessPurpose.Upkeep));
        await db.SaveChangesAsync(cancellationToken);
        await AccessChain.SealAsync(db, cancellationToken);
    }

    private static StartupFault Complaint(CopyOutcome outcome, StoreAddress source, StoreAddress target) => outcome switch
    {
        CopyOutcome.NotEmpty(var table) => new($"The target {target} holds rows already, in {table}.", "Give an empty database or a new file."),
        CopyOutcome.OtherVersion(true) => new($"The target {target} has tables of another version.", "Give an empty database or a new file."),
        CopyOutcome.OtherVersion => new($"The store {source} is not of this program's version.", "Run migrate first."),
        CopyOutcome.HalfSource => new($"The store {source} is itself a copy that was broken off.", "Copy from the store it was made from."),
        CopyOutcome.Differs(var table) => new($"The table {table} arrived otherwise than it left.", "Copy again; if it stays so, check the disks."),
        CopyOutcome.SourceMoved(var table) => new(
            $"The copy is whole, but {source} was written since, in {table}.", "Stop the program, empty the target, and copy again."),
        _ => throw new System.Diagnostics.UnreachableException(outcome.GetType().Name),
    };

    private static void Tell(Terminal terminal, TableSum table)
    {
        if (table.Rows > 0)
        {
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Table}: {table.Rows} rows"));
        }
    }

    private static StoreAddress Address(string said) => said.Contains('=', StringComparison.Ordinal)
        ? new StoreAddress.Postgres(StorePlace.Checked(said, "--to"))
        : new StoreAddress.SqliteFile(said);
}
