using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>How the access log is stored.</summary>
public static class AccessTables
{
    /// <summary>The tables of this room. Nothing refers to a person's row: the log outlives it.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model =>
        {
            model.Entity<AccessWaiting>().ToTable("AccessWaiting");
            model.Entity<AccessHead>().ToTable("AccessHeads").Property(h => h.Id).ValueGeneratedNever();
            model.Entity<AccessEntry>(entry =>
            {
                entry.ToTable("AccessEntries").HasKey(e => e.Sequence);
                entry.Property(e => e.Sequence).ValueGeneratedNever();
                entry.HasIndex(e => new { e.ResidentId, e.At });
            });
        });
}
