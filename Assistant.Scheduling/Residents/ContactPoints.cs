using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Assistant.Scheduling.Residents;

/// <summary>Finds contact points by their address, which lies sealed: the only way to look one up.</summary>
public static class ContactPoints
{
    /// <summary>The column with the keyed hash of channel and address; unique within the channel.</summary>
    internal const string AddressHash = "AddressHash";

    /// <summary>The contact point of this address; none or one.</summary>
    public static IQueryable<ContactPoint> At(AssistantDb db, string channel, string address)
    {
        var hash = Hash(db.Ring, channel, address);
        return db.Set<ContactPoint>().Where(c => c.Channel == channel && EF.Property<string>(c, AddressHash) == hash);
    }

    /// <summary>The contact points of any of these addresses.</summary>
    public static IQueryable<ContactPoint> AtAnyOf(AssistantDb db, string channel, IEnumerable<string> addresses)
    {
        var hashes = addresses.Select(address => Hash(db.Ring, channel, address)).ToList();
        return db.Set<ContactPoint>().Where(c => c.Channel == channel && hashes.Contains(EF.Property<string>(c, AddressHash)));
    }

    /// <summary>Gives a contact point another address of its channel, at once.</summary>
    public static Task<int> MoveAsync(AssistantDb db, ContactPoint point, string address, CancellationToken cancellationToken)
    {
        var (id, hash) = (point.Id, Hash(db.Ring, point.Channel, address));
        return db.Set<ContactPoint>().Where(c => c.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Address, address).SetProperty(c => EF.Property<string>(c, AddressHash), hash),
            cancellationToken);
    }

    // The length keeps "ab" + "c" from being "a" + "bc".
    private static string Hash(KeyRing ring, string channel, string address) => ring.Hash($"{channel.Length}:{channel}{address}");

    /// <summary>Makes the hash when a contact point is added.</summary>
    internal sealed class AddressHashGenerator : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) => entry is { Context: AssistantDb db, Entity: ContactPoint point }
            ? Hash(db.Ring, point.Channel, point.Address)
            : throw new InvalidOperationException("Only a contact point has an address to look up.");
    }
}
