using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary><c>migrate</c>: brings the store to this program's version, and says what it was and is.</summary>
internal static class MigrateCommand
{
    public static Command Create(Terminal terminal) => OperatorHouse.Verb(
        "migrate", "Brings the store to this version; says from what to what.", terminal, async (_, house, cancellationToken) =>
        {
            var store = house.Place.Address;
            var outcome = await StoreSetup.MigrateAsync(house.Contexts, store, cancellationToken);
            if (StoreComplaint.Of(outcome, store) is { } complaint)
            {
                throw complaint;
            }

            var from = outcome is MigrationOutcome.UpToDate(var version) ? version : throw new UnreachableException();
            await terminal.Output.WriteLineAsync(Sentence(store, from));
            await terminal.Output.WriteLineAsync(await HoldsAsync(house.Contexts, cancellationToken));
            return 0;
        });

    private static string Sentence(StoreAddress store, StoreVersion from) => from switch
    {
        { IsOurs: true } => $"The store {store} is at {from.Known} already; nothing was to be done.",
        { At: null } => $"The store {store} is new; {Steps(from)} brought it to {from.Known}.",
        _ => $"The store {store} was at {from.At}; {Steps(from)} brought it to {from.Known}.",
    };

    private static string Steps(StoreVersion from) => from.Missing.Count == 1 ? "one step" : $"{from.Missing.Count} steps";

    private static async Task<string> HoldsAsync(IDbContextFactory<AssistantDb> contexts, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tables = db.Model.GetEntityTypes().Select(table => table.GetTableName()).OfType<string>().Distinct().ToList();
        var rows = 0L;
        foreach (var table in tables)
        {
            var sql = $"SELECT count(*) AS \"Value\" FROM \"{table}\"";
            rows += await db.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellationToken);
        }

        return string.Create(CultureInfo.InvariantCulture, $"It holds {tables.Count} tables with {rows} rows.");
    }
}
