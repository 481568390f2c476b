using System.Text.Json;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Assistant.Scheduling.Medication;

/// <summary>How medication is stored.</summary>
public static class MedicationTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model =>
        {
            model.Entity<Regimen>(regimen =>
            {
                regimen.ToTable("Regimens").HasIndex(r => r.ResidentId);
                regimen.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
                regimen.Property(r => r.Medicine).Sealed();
                regimen.Property(r => r.Dosages).HasConversion(
                    dosages => DosageJson.Write(dosages),
                    stored => DosageJson.Read(stored),
                    new ValueComparer<IReadOnlyList<Dosage>>(
                        (a, b) => a != null && b != null && DosageJson.Write(a) == DosageJson.Write(b),
                        dosages => dosages.Count,
                        dosages => dosages)).Sealed();
            });
            model.Entity<ResidentHours>(hours =>
            {
                hours.ToTable("ResidentHours").HasKey(h => h.ResidentId);
                hours.HasOne<Resident>().WithOne().HasForeignKey<ResidentHours>(h => h.ResidentId);
                hours.Property(h => h.Hours).HasConversion(
                    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
                    stored => JsonSerializer.Deserialize<DayHours>(stored, JsonSerializerOptions.Web) ?? DayHours.Default);
            });
            model.Entity<DoseRecord>(record =>
            {
                record.ToTable("DoseRecords").HasIndex(r => r.PlanItemId);
                record.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
            });
        });
}
