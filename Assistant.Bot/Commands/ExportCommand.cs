using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Bot.Hosting;
using Assistant.Scheduling.Consent;

namespace Assistant.Bot.Commands;

/// <summary><c>export</c>: a copy of all that is kept of one resident, with the purpose of each part.</summary>
/// <remarks>Source: GDPR art. 15 and 20.</remarks>
internal static class ExportCommand
{
    private static readonly JsonSerializerOptions Readable =
        new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        var resident = NamedResident.Argument();
        var to = new Option<string>("--to") { Description = "A new file; what it holds is readable by anybody.", Required = true };
        var command = OperatorHouse.Verb(
            "export", "Writes all that is kept of one resident to a file, in JSON.", terminal, (parsed, house, cancellationToken) =>
                RunAsync(terminal, house, (parsed.GetRequiredValue(resident), parsed.GetRequiredValue(to)), cancellationToken));
        command.Add(resident);
        command.Add(to);
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, OperatorHouse house, (string Resident, string File) said, CancellationToken cancellationToken)
    {
        await using var db = await house.ExistingAsync(cancellationToken);
        var (who, _) = await NamedResident.FindAsync(db, said.Resident, cancellationToken);
        var now = terminal.Clock.GetUtcNow();
        var copy = await PersonalData.CopyAsync(db, BotSetup.Holders, who, now, cancellationToken);

        // The log goes first: nothing may leave of which nobody knows.
        new AccessLog(db, now).Note(new AccessNote(
            AccessEvent.Export, AccessActor.Operator("export"), who.Resident, DataCategories.All, "command/export", AccessPurpose.OwnRequest));
        await db.SaveChangesAsync(cancellationToken);
        await WriteAsync(said.File, copy.ToJsonString(Readable), cancellationToken);
        await terminal.Output.WriteLineAsync($"Wrote what is kept of {who.Resident} to {said.File}. Give it to her alone, and take it away here.");
        return 0;
    }

    private static async Task WriteAsync(string file, string copy, CancellationToken cancellationToken)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var writer = new StreamWriter(file, new UTF8Encoding(false), options);
            await writer.WriteAsync(copy.AsMemory(), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StartupFault($"The file {file} cannot be written.", "Name a new file in a folder you may write to.");
        }
    }
}
