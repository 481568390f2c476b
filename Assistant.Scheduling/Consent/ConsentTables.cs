using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>How answers are stored.</summary>
public static class ConsentTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<ConsentGrantId>(),
        model => model.Entity<ConsentGrant>(grant =>
        {
            grant.ToTable("ConsentGrants").Ignore(g => g.About).Ignore(g => g.IsLastWord);
            grant.HasIndex(g => new { g.ResidentId, g.Purpose }).HasFilter("\"ReplacedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");
            grant.HasIndex(g => g.ResidentId);
            grant.HasOne<Resident>().WithMany().HasForeignKey(g => g.ResidentId);
        }));
}
