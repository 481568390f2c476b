using System.CommandLine;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Bot.Commands;

/// <summary><c>understand</c>: shows how sentences are understood, one JSON object a line in and out.</summary>
internal static class UnderstandCommand
{
    public static Command Create(Terminal terminal)
    {
        var explain = new Option<bool>("--explain")
        {
            Description = "Also shows which template, corrections and times made the answer.",
        };
        var command = new Command("understand", "Shows how sentences are understood; one JSON object a line.") { explain };
        command.SetAction((parsed, cancellationToken) =>
        {
            var phrases = PhraseBook.Load(PhraseBook.FolderOfProgram);
            var recognizer = new IntentRecognizer(phrases);
            var times = TimeReader.Load(PhraseBook.FolderOfProgram);
            var withTrace = parsed.GetValue(explain);
            return LineByLine.RunAsync(terminal, Answer, cancellationToken);

            (string Line, bool Failed) Answer(string line)
            {
                var (request, error) = UnderstandRequest.Parse(line, phrases.Languages, terminal.Clock);
                if (request is null)
                {
                    return (UnderstandAnswer.Failed(error), true);
                }

                var mentions = times.Read(request.Text, new TimeContext(request.Now, request.Zone, request.Language));
                var spans = mentions.Select(mention => new TextSpan(mention.SpanStart, mention.SpanLength)).ToList();
                var understood = recognizer.Recognize(request.Text, request.Language, request.Awaiting, spans);
                return (UnderstandAnswer.Understood(request.Text, understood, mentions, withTrace), false);
            }
        });
        return command;
    }
}
