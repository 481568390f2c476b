using System.Globalization;
using Assistant.Scheduling.Store.Secrets;

namespace Assistant.Scheduling.Consent;

/// <summary>Where the chain begins and ends, sealed, so that neither end can be cut off unseen. One row.</summary>
public sealed class AccessHead
{
    /// <summary>The key of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>The key.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>The last place that was taken away because its time was over; zero where none was.</summary>
    public long Base { get; private set; }

    /// <summary>The hash of that entry.</summary>
    public string BaseHash { get; private set; } = "";

    /// <summary>The last place.</summary>
    public long Sequence { get; private set; }

    /// <summary>The hash of the last entry.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Seals the four above, by a key that the database does not hold.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>The chain got longer.</summary>
    internal void Reach(AccessEntry last, KeyRing ring)
    {
        (Sequence, Hash) = (last.Sequence, last.Hash);
        Seal = SealOf(ring);
    }

    /// <summary>Everything up to this entry is taken away.</summary>
    internal void Forget(AccessEntry upTo, KeyRing ring)
    {
        (Base, BaseHash) = (upTo.Sequence, upTo.Hash);
        Seal = SealOf(ring);
    }

    /// <summary>Whether it is as we sealed it.</summary>
    internal bool IsGenuine(KeyRing ring) => Seal == SealOf(ring);

    private string SealOf(KeyRing ring) =>
        ring.Hash(string.Create(CultureInfo.InvariantCulture, $"AccessLog.Head\n{Base}\n{BaseHash}\n{Sequence}\n{Hash}"));
}
