using System.Globalization;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Scheduling.Consent;

/// <summary>One line of the access log, in its place in the chain. Only ever added.</summary>
public sealed class AccessEntry
{
    /// <summary>Its place, from 1; none is left out.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done.</summary>
    public required AccessEvent Event { get; init; }

    /// <summary>Who did it, or was told; null for a part of the program or a command.</summary>
    public PersonId? PersonId { get; init; }

    /// <summary>The part of the program, or the command; null for a person.</summary>
    public string? Part { get; init; }

    /// <summary>In which role.</summary>
    public required AccessRole Role { get; init; }

    /// <summary>For whom; null for herself.</summary>
    public PersonId? OnBehalfOf { get; init; }

    /// <summary>Whose data; null where it is everybody's.</summary>
    public ResidentId? ResidentId { get; init; }

    /// <summary>Which kinds of data.</summary>
    public required DataCategories What { get; init; }

    /// <summary>By which page, command or channel.</summary>
    public required string Route { get; init; }

    /// <summary>On which machine.</summary>
    public required string Node { get; init; }

    /// <summary>Why.</summary>
    public required AccessPurpose Purpose { get; init; }

    /// <summary>How it ended.</summary>
    public required AccessOutcome Outcome { get; init; }

    /// <summary>Made of the entry before and of all fields above, by a key that the database does not hold.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Takes its place behind an entry with this hash.</summary>
    internal AccessEntry Behind(string before, KeyRing ring)
    {
        Hash = HashBehind(before, ring);
        return this;
    }

    /// <summary>What its hash ought to be, behind an entry with this hash.</summary>
    internal string HashBehind(string before, KeyRing ring) => ring.Hash(string.Join(
        '\n',
        "AccessLog.Entry",
        before,
        Sequence.ToString(CultureInfo.InvariantCulture),
        Conversions.ToMicroseconds(At).ToString(CultureInfo.InvariantCulture),
        Event,
        PersonId?.Value.ToString("N"),
        Escaped(Part),
        Role,
        OnBehalfOf?.Value.ToString("N"),
        ResidentId?.Value.ToString("N"),
        ((int)What).ToString(CultureInfo.InvariantCulture),
        Escaped(Route),
        Escaped(Node),
        Purpose,
        Outcome));

    // A line end in a field must not read as the next field.
    private static string? Escaped(string? text) => text is null ? null : Uri.EscapeDataString(text);
}
