using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Initiatives;

/// <summary>How the neighbourhood's offers are stored.</summary>
public static class InitiativeTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model => model.Entity<Initiative>(initiative =>
        {
            initiative.ToTable("Initiatives").HasIndex(i => i.NeighbourhoodId);
            initiative.Property(i => i.Title).Sealed();
            initiative.Property(i => i.Place).Sealed(); // it may be somebody's home
            initiative.HasOne<Neighbourhood>().WithMany().HasForeignKey(i => i.NeighbourhoodId);
        }));
}
