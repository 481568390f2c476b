using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan;

/// <summary>How the days are stored.</summary>
public static class DayPlanTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<PlanItemId>(),
        model =>
        {
            model.Entity<PlanItem>(item =>
            {
                item.ToTable("PlanItems").Ignore(i => i.IsAnswerable);
                item.HasIndex(i => new { i.ResidentId, i.Source, i.LocalDate, i.Slot }).IsUnique();
                item.HasIndex(i => new { i.ResidentId, i.LocalDate });
                item.HasOne<Resident>().WithMany().HasForeignKey(i => i.ResidentId);
                item.Property(i => i.Title).Sealed();
                item.Property(i => i.State).IsConcurrencyToken();
            });
            model.Entity<Routine>(routine =>
            {
                routine.ToTable("Routines").HasIndex(r => r.ResidentId);
                routine.Property(r => r.Title).Sealed();
                routine.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
            });
        });
}
