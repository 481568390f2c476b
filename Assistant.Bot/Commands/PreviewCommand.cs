using System.CommandLine;
using System.Text;

namespace Assistant.Bot.Commands;

/// <summary><c>preview</c>: what a schedule would do, one JSON object a line; nothing is stored.</summary>
internal static class PreviewCommand
{
    /// <remarks>64 MB: twenty thousand appointments with long descriptions.</remarks>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <remarks>A million lines: what anybody reads by program, and no more than a disk holds.</remarks>
    private const int MostAnswers = 1_000_000;

    private const int FlushAt = 64 * 1024;

    public static Command Create(Terminal terminal)
    {
        var from = new Option<string?>("--from") { Description = "The first day shown, such as 2026-03-28; today when left out." };
        var to = new Option<string?>("--to") { Description = "The day after the last one shown; two weeks later when left out." };
        var zone = new Option<string?>("--zone") { Description = "Where the person lives; Europe/Amsterdam when left out." };
        var command = new Command("preview", "Shows what a schedule (iCalendar, FHIR R4 or our own JSON) would do.") { from, to, zone };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (window, error) = PreviewWindow.Parse(
                parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(zone), terminal.Clock);
            var answers = window is null
                ? [PreviewAnswer.Error(error)]
                : Answers(await terminal.ReadBytesAsync(MostBytes, cancellationToken), window);
            return await WriteAsync(terminal.Output, answers, cancellationToken);
        });
        return command;
    }

    private static IEnumerable<PreviewAnswer> Answers(byte[]? bytes, PreviewWindow window)
    {
        if (bytes is null)
        {
            return [PreviewAnswer.Error($"The input is larger than {MostBytes / 1024 / 1024} MB. Hint: export a shorter time.")];
        }

        var input = PreviewInput.Of(bytes);
        return input.Kind switch
        {
            PreviewKind.Calendar => PreviewOfCalendar.Answers(input.Bytes, window),
            PreviewKind.Medication => PreviewOfMedication.Answers(input.Text, window),
            PreviewKind.Nothing => [PreviewAnswer.Error("There is no input. Hint: preview < plan.ics, or a FHIR file.")],
            _ => [PreviewAnswer.Error("The input is neither iCalendar (BEGIN:VCALENDAR) nor FHIR or our own JSON ({...}) nor XML (<...>). "
                + "Hint: export the calendar or the medication again as one of these.")],
        };
    }

    /// <remarks>Written in blocks: a line at a time costs more than laying out the schedule.</remarks>
    private static async Task<int> WriteAsync(TextWriter output, IEnumerable<PreviewAnswer> answers, CancellationToken cancellationToken)
    {
        var (status, count) = (0, 0);
        var block = new StringBuilder();
        var tooMany = PreviewAnswer.Error($"There is more than {MostAnswers} lines to show. Hint: bring --from and --to closer.");
        foreach (var answer in answers.Take(MostAnswers + 1).Select(answer => ++count > MostAnswers ? tooMany : answer))
        {
            status = answer.Failed ? CommandLine.Wrong : status;
            block.Append(answer.Json).Append('\n');
            if (block.Length >= FlushAt)
            {
                await output.WriteAsync(block, cancellationToken);
                block.Clear();
            }
        }

        await output.WriteAsync(block, cancellationToken);
        return status;
    }
}
