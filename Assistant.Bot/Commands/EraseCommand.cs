using System.CommandLine;
using System.Globalization;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;

namespace Assistant.Bot.Commands;

/// <summary><c>erase</c>: takes away all that is kept of one resident, and says what stays and why.</summary>
/// <remarks>Only of whom our service ended: her circle has to hear first that nobody watches any more. Source: GDPR art. 17.</remarks>
internal static class EraseCommand
{
    public static Command Create(Terminal terminal)
    {
        var resident = NamedResident.Argument();
        var sure = new Option<bool>("--yes") { Description = "Really do it; without, it only says what would go." };
        var command = OperatorHouse.Verb(
            "erase", "Takes away all that is kept of one resident whose service has ended. Cannot be undone.", terminal,
            (parsed, house, cancellationToken) => RunAsync(terminal, house, (parsed.GetRequiredValue(resident), parsed.GetValue(sure)), cancellationToken));
        command.Add(resident);
        command.Add(sure);
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, OperatorHouse house, (string Resident, bool Sure) said, CancellationToken cancellationToken)
    {
        await using var db = await house.ExistingAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneNode.AtATimeAsync(db, OneNode.Plans, cancellationToken);
        var (who, resident) = await NamedResident.FindAsync(db, said.Resident, cancellationToken);
        if (resident.ServiceEndedAt is null)
        {
            throw new StartupFault(
                "We still look after her: her circle would not hear that it stops.", "End the service on her page first, and run this when that was sent.");
        }

        var erased = await PersonalData.EraseAsync(db, BotSetup.Holders, who, cancellationToken);
        new AccessLog(db, terminal.Clock.GetUtcNow()).Note(new AccessNote(
            AccessEvent.Delete, AccessActor.Operator("erase"), who.Resident, DataCategories.All, "command/erase", AccessPurpose.OwnRequest));
        await db.SaveChangesAsync(cancellationToken);
        if (said.Sure)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        await TellAsync(terminal, erased, said.Sure, who);
        return 0;
    }

    private static async Task TellAsync(Terminal terminal, IReadOnlyDictionary<string, int> erased, bool sure, DataSubject who)
    {
        foreach (var (what, rows) in erased.Where(one => one.Value > 0))
        {
            await terminal.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {rows} {(sure ? "erased" : "would be erased")}"));
        }

        foreach (var rows in BotSetup.Holders.SelectMany(holder => holder.Rows))
        {
            if (rows.StaysBecause is { } because)
            {
                await terminal.Output.WriteLineAsync($"{rows.Row.Name}: stays. {because}");
            }
        }

        if (who.IsMore)
        {
            await terminal.Output.WriteLineAsync("Person: stays. She is in somebody else's circle, or an organiser, and is reached for that.");
        }

        await terminal.Output.WriteLineAsync(sure
            ? "Done. What others were told of her is on their pages for at most 30 days; backups hold her until they are replaced."
            : "Nothing was changed. Add --yes to do it.");
    }
}
