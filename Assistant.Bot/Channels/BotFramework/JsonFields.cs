using System.Text.Json;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What is wrong with a body: which field, and what it should have been.</summary>
internal sealed record ShapeFault(string Field, string Hint);

/// <summary>Reads the fields of a JSON object and remembers what had the wrong shape; null counts as absent.</summary>
internal sealed class JsonFields(JsonElement element, string path, List<ShapeFault> faults)
{
    /// <summary>A text, or null where there is none.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } found)
        {
            return null;
        }

        if (found.ValueKind is not JsonValueKind.String)
        {
            return Wrong<string>(name, "It must be a text.");
        }

        try
        {
            // No database of ours keeps a NUL, and nobody types one.
            return found.GetString() is { } text && text.Contains('\0', StringComparison.Ordinal)
                ? Wrong<string>(name, "It holds a NUL character.")
                : found.GetString();
        }
        catch (InvalidOperationException)
        {
            return Wrong<string>(name, "It holds half a character (a lone surrogate).");
        }
    }

    /// <summary>A text that must be there and say something.</summary>
    public string Required(string name)
    {
        var text = Text(name);
        return string.IsNullOrWhiteSpace(text) && !IsWrong(name) ? Wrong<string>(name, "It must be there, and not empty.") ?? "" : text ?? "";
    }

    public bool? Flag(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Wrong<object>(name, "It must be true or false.") is null ? null : null,
    };

    /// <summary>An absolute http or https address.</summary>
    public Uri? Address(string name)
    {
        if (Text(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : Wrong<Uri>(name, "It must be an absolute http or https address.");
    }

    public JsonFields? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } found => new JsonFields(found, Path(name), faults),
        _ => Wrong<JsonFields>(name, "It must be an object."),
    };

    /// <summary>An object that must be there.</summary>
    public JsonFields? RequiredObject(string name) =>
        Find(name) is null ? Wrong<JsonFields>(name, "It must be there.") : Object(name);

    /// <summary>The objects of a list; whatever in it is none is left out.</summary>
    public IReadOnlyList<JsonFields> Objects(string name)
    {
        if (Find(name) is not { } found)
        {
            return [];
        }

        if (found.ValueKind is not JsonValueKind.Array)
        {
            Wrong<object>(name, "It must be a list.");
            return [];
        }

        return [.. found.EnumerateArray()
            .Select((item, place) => (item, place))
            .Where(entry => entry.item.ValueKind is JsonValueKind.Object)
            .Select(entry => new JsonFields(entry.item, $"{Path(name)}[{entry.place}]", faults))];
    }

    /// <summary>Anything at all; null where there is nothing.</summary>
    public JsonElement? Find(string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null ? found : null;

    private string Path(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private bool IsWrong(string name) => faults.Any(fault => fault.Field == Path(name));

    private T? Wrong<T>(string name, string hint)
        where T : class
    {
        if (!IsWrong(name))
        {
            faults.Add(new ShapeFault(Path(name), hint));
        }

        return null;
    }
}
