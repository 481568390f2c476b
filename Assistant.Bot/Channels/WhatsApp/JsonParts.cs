using System.Text.Json;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Parts of a webhook; what is missing or of another kind is simply not there.</summary>
/// <remarks>Meta adds fields and kinds without asking, and repeats for seven days what it thinks we did not take.</remarks>
internal static class JsonParts
{
    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var found)
        && found.ValueKind is not JsonValueKind.Null ? found : null;

    public static IEnumerable<JsonElement> Parts(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A text that says something; a number is taken as its digits.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var found = element.Part(name);
        var text = found?.ValueKind switch
        {
            JsonValueKind.String => Whole(found.Value),
            JsonValueKind.Number => found.Value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    // Half an emoji (a lone surrogate) is JSON, but no text.
    private static string? Whole(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
