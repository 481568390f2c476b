using System.CommandLine;
using System.Globalization;
using Assistant.Bot.Commands.Doctor;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Commands;

/// <summary><c>access-log</c>: whether the log of who did what with whose data is whole, and what it says of one resident.</summary>
internal static class AccessLogCommand
{
    private const string Broken = "Leave the store as it is, copy it aside, and compare with the last backup: somebody wrote past the program.";

    public static Command Create(Terminal terminal) => new("access-log", "The log of who looked at or changed whose data.")
    {
        OperatorHouse.Verb("verify", "Makes every seal of the log again, and names the first entry that is broken.", terminal,
            (_, house, cancellationToken) => VerifyAsync(terminal, house, cancellationToken)),
        Show(terminal),
    };

    /// <summary>What <c>doctor</c> says of it.</summary>
    public static async Task<Finding> FindingAsync(AssistantDb db, CancellationToken cancellationToken) =>
        await AccessProof.ReadAsync(db, cancellationToken) switch
        {
            AccessProof.Whole whole => Finding.Ok(whole.ToString()),
            var broken => Finding.Wrong(broken.ToString(), Broken),
        };

    private static async Task<int> VerifyAsync(Terminal terminal, OperatorHouse house, CancellationToken cancellationToken)
    {
        await using var db = await house.ExistingAsync(cancellationToken);
        var finding = await FindingAsync(db, cancellationToken);
        await (finding.Verdict is Verdict.Ok ? terminal.Output : terminal.Error).WriteLineAsync(
            finding.Hint is { } hint ? $"{finding.Sentence} Hint: {hint}" : finding.Sentence);
        return finding.Verdict is Verdict.Ok ? 0 : CommandLine.Wrong;
    }

    private static Command Show(Terminal terminal)
    {
        var resident = new Option<Guid>("--resident") { Description = "The resident's id.", Required = true };
        var command = OperatorHouse.Verb(
            "show", "Every entry about one resident, a line each, the oldest first. That you looked is an entry too.", terminal,
            async (parsed, house, cancellationToken) =>
            {
                await using var db = await house.ExistingAsync(cancellationToken);
                var id = ResidentId.From(parsed.GetValue(resident));
                new AccessLog(db, terminal.Clock.GetUtcNow()).Note(new AccessNote(
                    AccessEvent.Read, AccessActor.Operator("access-log show"), id, DataCategories.AccessLog, "command/access-log", AccessPurpose.Upkeep));
                await db.SaveChangesAsync(cancellationToken);
                await foreach (var entry in db.Set<AccessEntry>().AsNoTracking().Where(e => e.ResidentId == id)
                    .OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
                {
                    await terminal.Output.WriteLineAsync(Line(entry));
                }

                return 0;
            });
        command.Add(resident);
        return command;
    }

    private static string Line(AccessEntry entry) => string.Join(
        '\t',
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        entry.Event,
        entry.Role,
        entry.PersonId?.ToString() ?? entry.Part,
        entry.OnBehalfOf?.ToString() ?? "-",
        entry.What,
        entry.Route,
        entry.Node,
        entry.Purpose,
        entry.Outcome);
}
