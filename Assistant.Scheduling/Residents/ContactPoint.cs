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
    /// <summary>From how many failures in a row another place goes first. Default 2: the first may be a passing cloud. (choice)</summary>
    public const int IllAfter = 2;

    /// <summary>How exactly the last arrival is kept. Default 1 h: health is about days, and every note is a write. (choice)</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromHours(1);

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

    /// <summary>When something last arrived here, as far as the channel tells; null before the first time.</summary>
    /// <remarks>Not to the second: news within <see cref="Freshness"/> of the last is not written down again.</remarks>
    public DateTimeOffset? LastArrivedAt { get; private set; }

    /// <summary>How often in a row something did not arrive here.</summary>
    public int FailuresInARow { get; private set; }

    /// <summary>When something last did not arrive here; null since something arrived or she spoke.</summary>
    public DateTimeOffset? LastFailedAt { get; private set; }

    /// <summary>Since when this place is refused for good (blocked, no such number); null while it is not.</summary>
    public DateTimeOffset? RefusedSince { get; private set; }

    /// <summary>Why nothing arrives here, with the channel's code; never holds a name, a number or a word of a message.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether it is worth trying before places that fail.</summary>
    public bool IsWell => RefusedSince is null && FailuresInARow < IllAfter;

    /// <summary>Notes that somebody spoke here; the newest reference always replaces the older.</summary>
    /// <remarks>What comes late does not make it longer ago that she spoke.</remarks>
    public void Heard(DateTimeOffset at, string? reference)
    {
        LastHeardAt = at < LastHeardAt ? LastHeardAt : at;
        Reference = reference ?? Reference;
        Recover();
    }

    /// <summary>Something arrived here.</summary>
    public void Arrived(DateTimeOffset at)
    {
        LastArrivedAt = LastArrivedAt + Freshness > at ? LastArrivedAt : at;
        Recover();
    }

    /// <summary>Something did not arrive here, or nobody knows; it may go better the next time.</summary>
    public void Failed(string fault, DateTimeOffset at) =>
        (FailuresInARow, LastFailedAt, Fault) = (FailuresInARow + 1, at, fault);

    /// <summary>The channel says that nothing can arrive here. The first refusal dates it.</summary>
    public void Refused(string fault, DateTimeOffset at)
    {
        Failed(fault, at);
        RefusedSince ??= at;
    }

    private void Recover() => (FailuresInARow, LastFailedAt, RefusedSince, Fault) = (0, null, null, null);
}

/// <summary>That a person can be reached at a contact point.</summary>
public sealed class Reachability
{
    /// <summary>Who.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>Where.</summary>
    public required ContactPointId ContactPointId { get; init; }

    /// <summary>Whether she asked not to be reached here; an emergency comes here all the same, and what reaches her nowhere else.</summary>
    public bool IsUnwanted { get; set; }
}
