using System.Text.Json;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Assistant.Scheduling.DayPlan;

/// <summary>How the days are stored.</summary>
public static class DayPlanTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<PlanItemId>().TypedId<AppointmentId>(),
        model =>
        {
            model.Entity<PlanItem>(item =>
            {
                item.ToTable("PlanItems").Ignore(i => i.IsAnswerable).Ignore(i => i.SpeaksAt);
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
                routine.Property(r => r.Steps).HasConversion(
                    steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Web),
                    stored => JsonSerializer.Deserialize<List<string>>(stored, JsonSerializerOptions.Web) ?? new List<string>(),
                    new ValueComparer<IReadOnlyList<string>>(
                        (a, b) => a != null && b != null && a.SequenceEqual(b), steps => steps.Count, steps => steps)).Sealed();
                routine.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
            });
            Agree(model);
        });

    private static void Agree(ModelBuilder model)
    {
        model.Entity<Appointment>(appointment =>
        {
            appointment.ToTable("Appointments").HasIndex(a => new { a.ResidentId, a.Date });
            appointment.Property(a => a.Title).Sealed();
            appointment.Property(a => a.Place).Sealed();
            appointment.Property(a => a.Uid).Hashed(); // calendars make it of addresses
            appointment.HasIndex(a => a.Calendar);
            appointment.HasOne<Resident>().WithMany().HasForeignKey(a => a.ResidentId);
        });
        model.Entity<OccurrenceOverride>(said =>
        {
            said.ToTable("OccurrenceOverrides").Ignore(o => o.IsLeftOut);
            said.HasIndex(o => new { o.ResidentId, o.Source, o.SeriesId, o.Date }).IsUnique();
            said.HasOne<Resident>().WithMany().HasForeignKey(o => o.ResidentId);
        });
        model.Entity<DayChange>(change =>
        {
            change.ToTable("DayChanges").HasIndex(c => new { c.ResidentId, c.At });
            change.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        });
    }
}
