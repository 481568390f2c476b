using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Residents;

/// <summary>The key of a contact point.</summary>
public readonly record struct ContactPointId(Guid Value) : ITypedId<ContactPointId>
{
    /// <inheritdoc/>
    public static ContactPointId From(Guid value) => new(value);

    /// <summary>A new id that sorts after all that were made before <paramref name="now"/>.</summary>
    public static ContactPointId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}

/// <summary>A place where people can be reached: one chat, one telephone, one speaker in a room.</summary>
/// <remarks>People and contact points are n:m: a couple shares a telephone, a neighbour has a tablet as well.</remarks>
public sealed class ContactPoint
{
    /// <summary>The key.</summary>
    public required ContactPointId Id { get; init; }

    /// <summary>The channel's id in the words of the Bot Framework: <c>webchat</c>, <c>msteams</c>, <c>whatsapp</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Who this is on that channel: an E.164 number, a user id, a conversation. Unique within the channel.</summary>
    public required string Address { get; init; }

    /// <summary>What the channel needs to begin a talk by itself, in its own JSON; null until it told us.</summary>
    public string? Reference { get; private set; }

    /// <summary>When somebody last spoke here.</summary>
    public DateTimeOffset? LastHeardAt { get; private set; }

    /// <summary>Notes that somebody spoke here; the newest reference always replaces the older.</summary>
    /// <remarks>What comes late does not make it longer ago that she spoke.</remarks>
    public void Heard(DateTimeOffset at, string? reference)
    {
        LastHeardAt = at < LastHeardAt ? LastHeardAt : at;
        Reference = reference ?? Reference;
    }
}

/// <summary>That a person can be reached at a contact point.</summary>
public sealed class Reachability
{
    /// <summary>Who.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Where.</summary>
    public required ContactPointId ContactPointId { get; init; }
}
