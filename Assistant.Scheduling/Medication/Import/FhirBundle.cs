namespace Assistant.Scheduling.Medication.Import;

/// <summary>The resources of a Bundle, or a single one, and how they refer to each other.</summary>
internal sealed class FhirBundle
{
    private readonly Dictionary<string, FhirNode> byAddress = new(StringComparer.Ordinal);

    private FhirBundle(IReadOnlyList<BundledResource> resources)
    {
        Resources = resources;
        foreach (var (node, fullUrl) in resources)
        {
            byAddress.TryAdd($"{node.Type}/{node.Text("id")}", node);
            byAddress.TryAdd(fullUrl ?? "", node);
        }
    }

    public IReadOnlyList<BundledResource> Resources { get; }

    public static FhirBundle Of(FhirNode root) => new(root.Type != "Bundle"
        ? [new BundledResource(root, null)]
        : [.. root.All("entry").SelectMany(entry => entry.All("resource")
            .Select(resource => new BundledResource(resource, entry.Text("fullUrl"))))]);

    /// <summary>What a reference points to: contained (<c>#1</c>), by its full address, or by type and id.</summary>
    public FhirNode? Find(FhirNode from, string? reference)
    {
        if (reference is null)
        {
            return null;
        }
        if (reference.StartsWith('#'))
        {
            return from.All("contained").FirstOrDefault(contained => contained.Text("id") == reference[1..]);
        }
        return byAddress.GetValueOrDefault(reference)
            ?? byAddress.GetValueOrDefault(string.Join('/', reference.Split('/').TakeLast(2)));
    }
}

/// <summary>A resource with the address that others in its Bundle know it by.</summary>
internal sealed record BundledResource(FhirNode Node, string? FullUrl);
