namespace Assistant.Scheduling.Store;

/// <summary>An id that cannot be taken for the id of something else.</summary>
/// <remarks>Shape: a version 7 UUID (RFC 9562 §5.7), so that ids sort by the time they were made.</remarks>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The bare UUID, as the store and the outside know it.</summary>
    Guid Value { get; }

    /// <summary>The typed id around a UUID that was read from the store or from a message.</summary>
    static abstract TSelf From(Guid value);
}
