using Assistant.Scheduling.DayPlan;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Reminders;

/// <summary>How reminders are stored.</summary>
public static class ReminderTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model => model.Entity<Reminder>(reminder =>
        {
            reminder.ToTable("Reminders").Ignore(r => r.RowId).Ignore(r => r.IsOver);
            reminder.Property(r => r.Attempt).IsConcurrencyToken();
            reminder.HasIndex(r => r.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
            reminder.HasOne<PlanItem>().WithOne().HasForeignKey<Reminder>(r => r.Id);
        }));
}
