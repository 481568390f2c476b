using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>How reminders are stored.</summary>
public static class ReminderTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<WalkthroughId>(),
        model =>
        {
            model.Entity<Reminder>(reminder =>
            {
                reminder.ToTable("Reminders").Ignore(r => r.RowId).Ignore(r => r.IsOver);
                reminder.Property(r => r.Attempt).IsConcurrencyToken();
                reminder.HasIndex(r => r.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                reminder.HasOne<PlanItem>().WithOne().HasForeignKey<Reminder>(r => r.Id);
            });
            model.Entity<Walkthrough>(walkthrough =>
            {
                walkthrough.ToTable("Walkthroughs").Ignore(w => w.RowId);
                walkthrough.Property(w => w.Attempt).IsConcurrencyToken();
                walkthrough.HasIndex(w => w.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                walkthrough.HasIndex(w => new { w.ResidentId, w.StartedAt });
                walkthrough.HasOne<Resident>().WithMany().HasForeignKey(w => w.ResidentId);
                walkthrough.HasOne<Routine>().WithMany().HasForeignKey(w => w.RoutineId);
            });
        });
}
