namespace Assistant.Bot.Commands;

/// <summary>One line in, one line out: whoever pipes a thousand lines can match the answers by number.</summary>
internal static class LineByLine
{
    /// <param name="terminal">Where the lines come from and go to.</param>
    /// <param name="answer">Answers one line; <c>Failed</c> when the answer is an error.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <returns>0, or <see cref="CommandLine.Wrong"/> when any line failed.</returns>
    public static async Task<int> RunAsync(
        Terminal terminal,
        Func<string, (string Line, bool Failed)> answer,
        CancellationToken cancellationToken)
    {
        var status = 0;
        while (await terminal.Input.ReadLineAsync(cancellationToken) is { } line)
        {
            var (text, failed) = answer(line);
            await terminal.Output.WriteLineAsync(text.AsMemory(), cancellationToken);
            status = failed ? CommandLine.Wrong : status;
        }

        return status;
    }
}
