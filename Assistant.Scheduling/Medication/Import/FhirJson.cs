using System.Text.Json;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>Reads FHIR JSON into nodes.</summary>
internal static class FhirJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <exception cref="JsonException">Not JSON; the message tells the line.</exception>
    public static FhirNode Read(string text)
    {
        using var document = JsonDocument.Parse(text, Options);
        return Node(document.RootElement, "");
    }

    private static FhirNode Node(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new FhirNode(path, ValueOf(element));
        }
        var type = element.TryGetProperty("resourceType", out var name) ? ValueOf(name) : null;
        var node = new FhirNode(type is null ? path : "", null) { Type = type };
        foreach (var property in element.EnumerateObject())
        {
            Add(node, property);
        }
        return node;
    }

    private static void Add(FhirNode parent, JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.Array)
        {
            parent.Add(property.Name, Node(property.Value, parent.PathOf(property.Name, repeats: false)));
            return;
        }
        foreach (var item in property.Value.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null))
        {
            parent.Add(property.Name, Node(item, parent.PathOf(property.Name, repeats: true)));
        }
    }

    private static string? ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Null or JsonValueKind.Array => null,
        _ => element.GetRawText(),
    };
}
