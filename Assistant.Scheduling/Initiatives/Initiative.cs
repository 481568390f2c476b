using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Initiatives;

/// <summary>Something neighbours do together: coffee, the garden, a course, a ride.</summary>
public sealed class Initiative
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where.</summary>
    public required NeighbourhoodId NeighbourhoodId { get; init; }

    /// <summary>What it is called, in the words of whoever began it.</summary>
    public required string Title { get; set; }

    /// <summary>Where to come to.</summary>
    public required string Place { get; set; }

    /// <summary>When, on the neighbourhood's clock.</summary>
    public required TimeOnly At { get; set; }

    /// <summary>On which days. Shape: a recurrence rule (RFC 5545 §3.3.10).</summary>
    public required string Rule { get; set; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }
}
