using System.Globalization;

namespace Assistant.Scheduling.Medication.Import;

/// <summary>An element of a FHIR resource, read from JSON or XML alike: a value, and children by name.</summary>
/// <remarks>A list of one and a single element look the same, because XML cannot tell them apart.</remarks>
internal sealed class FhirNode(string path, string? value)
{
    private readonly Dictionary<string, List<FhirNode>> children = new(StringComparer.Ordinal);

    /// <summary>Where it stands: <c>dosageInstruction[0].timing</c>.</summary>
    public string Path => path;

    /// <summary>The primitive value as it was written, or null.</summary>
    public string? Value => value;

    /// <summary>The resource type, where this is a resource.</summary>
    public string? Type { get; init; }

    /// <summary>The first child of this name.</summary>
    public FhirNode? this[string name] => children.TryGetValue(name, out var found) ? found[0] : null;

    public IReadOnlyList<FhirNode> All(string name) => children.TryGetValue(name, out var found) ? found : [];

    /// <summary>The value of a child, blanks trimmed, null where empty.</summary>
    public string? Text(string name) => string.IsNullOrWhiteSpace(this[name]?.Value) ? null : this[name]?.Value?.Trim();

    /// <summary>The extensions whose address ends in one of these names; publishers and versions differ before that.</summary>
    public IEnumerable<FhirNode> Extensions(params IReadOnlyList<string> names) =>
        All("extension").Concat(All("modifierExtension"))
            .Where(extension => extension.Text("url") is { } url
                && names.Any(name => url.EndsWith(name, StringComparison.Ordinal)));

    public void Add(string name, FhirNode child)
    {
        if (!children.TryGetValue(name, out var same))
        {
            children[name] = same = [];
        }
        same.Add(child);
    }

    /// <summary>The path of the next child of this name.</summary>
    public string PathOf(string name, bool repeats)
    {
        var index = repeats ? $"[{All(name).Count.ToString(CultureInfo.InvariantCulture)}]" : "";
        return path.Length == 0 ? name + index : $"{path}.{name}{index}";
    }
}
