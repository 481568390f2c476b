using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Bot.Conversation;

namespace Assistant.Bot.Commands;

/// <summary><c>understand</c>: shows how sentences are understood, one JSON object a line in and out.</summary>
internal static class UnderstandCommand
{
    // Read by people and programs, never put in a page: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            var withTrace = parsed.GetValue(explain);
            return LineByLine.RunAsync(terminal, Answer, cancellationToken);

            (string Line, bool Failed) Answer(string line)
            {
                var (request, error) = UnderstandRequest.Parse(line, phrases.Languages, terminal.Clock);
                return request is null
                    ? (Object(json => json.WriteString("error", error)), true)
                    : (Understood(request, recognizer.Recognize(request.Text, request.Language, request.Awaiting)), false);
            }

            string Understood(UnderstandRequest request, Understanding understood) =>
                Object(json => Write(json, request, understood, withTrace));
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, UnderstandRequest request, Understanding understood, bool explain)
    {
        json.WriteString("text", request.Text);
        json.WriteString("intent", understood.Intent);
        json.WriteNumber("confidence", Math.Round(understood.Confidence, 2));
        json.WriteStartObject("slots");
        foreach (var (name, words) in understood.Slots)
        {
            json.WriteString(name, words);
        }

        json.WriteEndObject();
        json.WriteStartArray("times");
        json.WriteEndArray();
        json.WriteString("concern", understood.Concern.ToString().ToLowerInvariant());
        if (understood.Also.Count > 0)
        {
            WriteArray(json, "also", understood.Also);
        }

        if (explain)
        {
            WriteArray(json, "explain", understood.Trace);
        }
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Object(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
