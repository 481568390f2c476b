using System.CommandLine;

namespace Assistant.Bot.Commands;

/// <summary>
/// The verbs of the program. Without a verb it serves; what it cannot understand it says in one sentence with a hint
/// on stderr, and ends with status 2. A new verb is one file with a <c>Create(Terminal)</c> and one line in
/// <see cref="Verbs"/>.
/// </summary>
internal static class CommandLine
{
    /// <summary>Exit status for a command or an input line that was wrong.</summary>
    public const int Wrong = 2;

    private static IEnumerable<Command> Verbs(Terminal terminal) =>
    [
        UnderstandCommand.Create(terminal),
        PreviewCommand.Create(terminal),
        RehearseCommand.Create(terminal),
        MigrateCommand.Create(terminal),
        DoctorCommand.Create(terminal),
        CopyCommand.Create(terminal),
        AccessLogCommand.Create(terminal),
        DutyCommand.Create(terminal),
        RingCommand.Create(terminal),
        LearnCommand.Create(terminal),
        ExportCommand.Create(terminal),
        EraseCommand.Create(terminal),
    ];

    public static async Task<int> RunAsync(
        string[] args,
        Terminal terminal,
        Func<string[], CancellationToken, Task<int>> serve)
    {
        // Configuration keys (--Data:Path=...) pass through the root to the host, so the root is lenient here and
        // Complaint below is strict: a misspelt verb must not start the server.
        var root = new RootCommand("The Assistant: day structure, medication reminders and company for people at home.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction((_, cancellationToken) => serve(args, cancellationToken));
        foreach (var verb in Verbs(terminal))
        {
            root.Add(verb);
        }

        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Complaint(parsed, root) is { } complaint)
        {
            await terminal.Error.WriteLineAsync(complaint);
            return Wrong;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // the host listens for signals itself
        });
    }

    private static string? Complaint(ParseResult parsed, RootCommand root)
    {
        if (parsed.CommandResult.Command == root)
        {
            return ConfigurationKeys.Complaint(parsed.UnmatchedTokens, root.Subcommands.Select(verb => verb.Name));
        }

        var verb = parsed.CommandResult.Command.Name;
        if (parsed.UnmatchedTokens.Count > 0 && Stray(parsed, root) is { } stray)
        {
            return stray;
        }

        return parsed.Errors.Count > 0 ? $"{parsed.Errors[0].Message} Hint: {verb} --help lists what it takes." : null;
    }

    // A verb that works on the store takes the server's settings as well.
    private static string? Stray(ParseResult parsed, RootCommand root)
    {
        var (command, first) = (parsed.CommandResult.Command, parsed.UnmatchedTokens[0]);
        return !command.TreatUnmatchedTokensAsErrors && first.StartsWith("--", StringComparison.Ordinal)
            ? ConfigurationKeys.Complaint(parsed.UnmatchedTokens, root.Subcommands.Select(verb => verb.Name))
            : $"{command.Name} does not know '{first}'. Hint: {command.Name} --help lists what it takes.";
    }
}
