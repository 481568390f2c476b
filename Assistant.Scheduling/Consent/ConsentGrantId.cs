using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Consent;

/// <summary>One answer of one resident to one question about what we may do.</summary>
public readonly record struct ConsentGrantId(Guid Value) : ITypedId<ConsentGrantId>
{
    /// <inheritdoc/>
    public static ConsentGrantId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static ConsentGrantId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
