using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Residents;

/// <summary>Whose days we keep.</summary>
public readonly record struct ResidentId(Guid Value) : ITypedId<ResidentId>
{
    /// <inheritdoc/>
    public static ResidentId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static ResidentId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
