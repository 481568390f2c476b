using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Delivery;

/// <summary>One message to one person.</summary>
public readonly record struct MessageId(Guid Value) : ITypedId<MessageId>
{
    /// <inheritdoc/>
    public static MessageId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static MessageId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
