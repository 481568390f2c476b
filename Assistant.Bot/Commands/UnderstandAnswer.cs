using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Bot.Conversation;
using Assistant.Bot.Conversation.Times;

namespace Assistant.Bot.Commands;

/// <summary>One output line of <c>understand</c>.</summary>
internal static class UnderstandAnswer
{
    // Read by people and programs, never put in a page: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Failed(string error) => Line(json => json.WriteString("error", error));

    public static string Understood(
        string text,
        Understanding understood,
        IReadOnlyList<TimeMention> times,
        bool explain) => Line(json =>
    {
        json.WriteString("text", text);
        json.WriteString("intent", understood.Intent);
        json.WriteNumber("confidence", Math.Round(understood.Confidence, 2));
        json.WriteStartObject("slots");
        foreach (var (name, words) in AllSlots(understood))
        {
            json.WriteString(name, words);
        }

        json.WriteEndObject();
        json.WritePropertyName("times");
        TimeJson.Write(json, times);
        json.WriteString("concern", understood.Concern.ToString().ToLowerInvariant());
        if (understood.Also.Count > 0)
        {
            WriteArray(json, "also", [.. understood.Also.Select(clause => clause.Meaning.Intent)]);
        }

        if (explain)
        {
            var found = times.Select(time => $"time '{text.Substring(time.SpanStart, time.SpanLength)}' by {time.Rule}");
            WriteArray(json, "explain", [.. understood.Trace, .. found]);
        }
    });

    private static IEnumerable<KeyValuePair<string, string>> AllSlots(Understanding understood) =>
        understood.Slots.Concat(understood.Also.SelectMany(clause => clause.Meaning.Slots)).DistinctBy(slot => slot.Key);

    private static void WriteArray(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Line(Action<Utf8JsonWriter> write)
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
