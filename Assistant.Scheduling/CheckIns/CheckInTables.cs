using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>How check-ins are stored.</summary>
public static class CheckInTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<CheckInId>(),
        model =>
        {
            model.Entity<CheckIn>(checkIn =>
            {
                checkIn.ToTable("CheckIns").Ignore(c => c.RowId);
                checkIn.Property(c => c.Attempt).IsConcurrencyToken();
                checkIn.HasIndex(c => new { c.ScheduleId, c.LocalDate }).IsUnique();
                checkIn.HasIndex(c => new { c.ResidentId, c.State });
                checkIn.HasIndex(c => c.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                checkIn.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
            });
            model.Entity<Pause>(pause =>
            {
                pause.ToTable("Pauses").Ignore(p => p.RowId).HasIndex(p => new { p.ResidentId, p.EndedAt });
                pause.Property(p => p.Attempt).IsConcurrencyToken();
                pause.HasIndex(p => p.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                pause.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
            });
            model.Entity<RingTurn>(turn =>
            {
                turn.ToTable("RingTurns").Ignore(t => t.IsOver).HasIndex(t => new { t.RingId, t.LocalDate, t.Place }).IsUnique();
                turn.HasIndex(t => t.ResidentId);
                turn.HasOne<GreetingRing>().WithMany().HasForeignKey(t => t.RingId);
                turn.HasOne<Resident>().WithMany().HasForeignKey(t => t.ResidentId);
            });
            model.Entity<CheckInSchedule>(schedule =>
            {
                schedule.ToTable("CheckInSchedules").HasIndex(s => s.ResidentId);
                schedule.HasOne<Resident>().WithMany().HasForeignKey(s => s.ResidentId);
            });
        });
}
