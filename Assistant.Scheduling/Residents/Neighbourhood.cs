namespace Assistant.Scheduling.Residents;

/// <summary>The streets one organiser looks after.</summary>
public sealed class Neighbourhood
{
    /// <summary>The key.</summary>
    public required NeighbourhoodId Id { get; init; }

    /// <summary>As its people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whose emergency numbers hold here. Shape: ISO 3166-1 alpha-2 (<c>NL</c>, <c>BE</c>).</summary>
    public required string Country { get; init; }

    /// <summary>The out-of-hours GP's number, as people dial it; null where nobody filled it in.</summary>
    public string? GpAfterHours { get; init; }

    /// <summary>How far north it lies, for the hours of daylight; null where nobody filled it in. Unit: degrees.</summary>
    public double? Latitude { get; init; }

    /// <summary>How far east it lies. Unit: degrees; west is negative.</summary>
    public double? Longitude { get; init; }
}
