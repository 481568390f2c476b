using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assistant.Bot.Commands;

/// <summary>One line that <c>preview</c> answers: an occurrence, something to confirm, or an error.</summary>
internal readonly record struct PreviewAnswer(string Json, bool Failed)
{
    // Read by people and programs, never put in a page: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="local">What the wall clock shows, as <see cref="Clock"/> or <see cref="Day"/> writes it.</param>
    /// <param name="instant">The same moment, written in UTC.</param>
    /// <param name="text">What it is about.</param>
    /// <param name="source">The entry it comes from.</param>
    public static PreviewAnswer Occurrence(string local, DateTimeOffset instant, string text, string source) => Line(
        false,
        ("local", local),
        ("instant", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ("text", text),
        ("source", source));

    /// <summary>A time: seconds are written only where there are any.</summary>
    public static string Clock(DateTime local) =>
        local.ToString(local.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A whole day has no time: its date.</summary>
    public static string Day(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static PreviewAnswer Confirm(string reason, string source) => Line(false, ("confirm", reason), ("source", source));

    public static PreviewAnswer Error(string sentence, string source) => Line(true, ("error", sentence), ("source", source));

    /// <summary>The input as a whole, or an option, is wrong.</summary>
    public static PreviewAnswer Error(string sentence) => Line(true, ("error", sentence));

    private static PreviewAnswer Line(bool failed, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            foreach (var (name, value) in fields)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        return new PreviewAnswer(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length), failed);
    }
}
