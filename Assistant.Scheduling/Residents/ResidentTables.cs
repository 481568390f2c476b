using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Residents;

/// <summary>How the people are stored.</summary>
public static class ResidentTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<PersonId>().TypedId<ResidentId>().TypedId<NeighbourhoodId>().TypedId<ContactPointId>(),
        model =>
        {
            model.Entity<Neighbourhood>().ToTable("Neighbourhoods");
            model.Entity<Person>(person =>
            {
                person.ToTable("People").Ignore(p => p.Zone).Ignore(p => p.IsStranger).Ignore(p => p.Quiet);
                person.Property(p => p.Name).Sealed();
            });
            model.Entity<Resident>(resident =>
            {
                resident.ToTable("Residents").HasIndex(r => r.PersonId).IsUnique();
                resident.Property(r => r.WayIn).Sealed();
                resident.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
                resident.HasOne<Neighbourhood>().WithMany().HasForeignKey(r => r.NeighbourhoodId);
            });
            model.Entity<ContactPoint>(point =>
            {
                point.ToTable("ContactPoints").Ignore(c => c.IsWell).Property(c => c.Address).Sealed();
                point.Property(c => c.Reference).Sealed();
                point.Property<string>(ContactPoints.AddressHash).IsRequired().HasValueGenerator<ContactPoints.AddressHashGenerator>();
                point.HasIndex(nameof(ContactPoint.Channel), ContactPoints.AddressHash).IsUnique();
            });
            model.Entity<PairingCode>(code =>
            {
                code.ToTable("PairingCodes").HasIndex(c => c.CodeHash);
                code.HasIndex(c => c.PersonId);
            });
            model.Entity<PairingTry>().ToTable("PairingTries").HasIndex(t => t.At);
            model.Entity<ReachTest>().ToTable("ReachTests").HasIndex(t => new { t.PersonId, t.SentAt });
            model.Entity<Reachability>().ToTable("Reachabilities").HasKey(r => new { r.PersonId, r.ContactPointId });
            model.Entity<CircleMember>().ToTable("CircleMembers").HasKey(c => new { c.ResidentId, c.PersonId });
            model.Entity<GreetingRing>(ring =>
            {
                ring.ToTable("GreetingRings").Ignore(r => r.RowId).Ignore(r => r.Zone).Property(r => r.Attempt).IsConcurrencyToken();
                ring.HasIndex(r => r.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                ring.HasOne<Neighbourhood>().WithMany().HasForeignKey(r => r.NeighbourhoodId);
            });
            model.Entity<RingMember>(member =>
            {
                member.ToTable("RingMembers").HasIndex(m => m.ResidentId).IsUnique();
                member.HasOne<GreetingRing>().WithMany().HasForeignKey(m => m.RingId);
                member.HasOne<Resident>().WithMany().HasForeignKey(m => m.ResidentId);
            });
            model.Entity<OrganiserDuty>().ToTable("OrganiserDuties").HasKey(o => new { o.NeighbourhoodId, o.PersonId });
        });
}
