using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Escalation;

/// <summary>One worry about one resident, from its first moment to its end.</summary>
public readonly record struct ConcernId(Guid Value) : ITypedId<ConcernId>
{
    /// <inheritdoc/>
    public static ConcernId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static ConcernId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
