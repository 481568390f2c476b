using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
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
            initiative.HasOne<Neighbourhood>().WithMany().HasForeignKey(i => i.NeighbourhoodId);
        }));
}
