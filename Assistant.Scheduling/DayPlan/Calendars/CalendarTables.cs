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
        model =>
        {
            model.Entity<Birthday>(birthday =>
            {
                birthday.ToTable("Birthdays").HasIndex(b => b.ResidentId);
                birthday.HasOne<Resident>().WithMany().HasForeignKey(b => b.ResidentId);
                birthday.Property(b => b.Name).Sealed();
            });
            model.Entity<CalendarFeed>(feed =>
            {
                feed.ToTable("CalendarFeeds").HasIndex(f => f.TokenHash).IsUnique();
                feed.HasIndex(f => f.ResidentId);
                feed.HasOne<Resident>().WithMany().HasForeignKey(f => f.ResidentId);
            });
            TakeIn(model);
        });

    private static void TakeIn(ModelBuilder model)
    {
        model.Entity<OtherCalendar>(calendar =>
        {
            calendar.ToTable("OtherCalendars").Ignore(c => c.RowId).HasIndex(c => c.ResidentId);
            calendar.Property(c => c.Name).Sealed();
            calendar.Property(c => c.Address).Sealed();
            calendar.Property(c => c.Tag).Sealed();
            calendar.Property(c => c.Attempt).IsConcurrencyToken();
            calendar.HasIndex(c => c.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
            calendar.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        });
        model.Entity<CalendarEntry>(entry =>
        {
            entry.ToTable("CalendarEntries").HasIndex(e => new { e.CalendarId, e.KeyHash }).IsUnique();
            entry.HasIndex(e => e.ResidentId);
            entry.HasOne<OtherCalendar>().WithMany().HasForeignKey(e => e.CalendarId);
        });
        model.Entity<CalendarProposal>(proposal =>
        {
            proposal.ToTable("CalendarProposals").HasIndex(p => p.ResidentId);
            proposal.Property(p => p.FileName).Sealed();
            proposal.Property(p => p.Content).Sealed();
            proposal.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        });
    }
}
