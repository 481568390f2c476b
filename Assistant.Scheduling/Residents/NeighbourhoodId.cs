using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Residents;

/// <summary>A neighbourhood: a wall that no message, page or export crosses.</summary>
public readonly record struct NeighbourhoodId(Guid Value) : ITypedId<NeighbourhoodId>
{
    /// <inheritdoc/>
    public static NeighbourhoodId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static NeighbourhoodId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
