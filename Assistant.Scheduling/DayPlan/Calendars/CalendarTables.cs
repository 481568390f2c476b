using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.DayPlan.Calendars;

/// <summary>How what comes from and goes to other calendars is stored.</summary>
public static class CalendarTables
{
    /// <summary>The tables of this part of the day plan.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model => model.Entity<Birthday>(birthday =>
        {
            birthday.ToTable("Birthdays").HasIndex(b => b.ResidentId);
            birthday.HasOne<Resident>().WithMany().HasForeignKey(b => b.ResidentId);
            birthday.Property(b => b.Name).Sealed();
        }));
}
