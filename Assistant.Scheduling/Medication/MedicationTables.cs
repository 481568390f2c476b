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
                regimen.ToTable("Regimens").Ignore(r => r.TreatmentId).Ignore(r => r.NeverHeld).HasIndex(r => r.ResidentId);
                regimen.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
                regimen.Property(r => r.Medicine).Sealed();
                regimen.Property(r => r.Codes).Sealed();
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
                record.Property(r => r.Reason).Sealed();
                record.HasOne<Resident>().WithMany().HasForeignKey(r => r.ResidentId);
            });
            Keep(model);
            Propose(model);
        });

    private static void Keep(ModelBuilder model)
    {
        model.Entity<IntakeRecord>(intake =>
        {
            intake.ToTable("Intakes").HasIndex(i => new { i.ResidentId, i.TakenAt });
            intake.HasIndex(i => i.PlanItemId);
            intake.HasOne<Resident>().WithMany().HasForeignKey(i => i.ResidentId);
        });
        model.Entity<StockCount>(count =>
        {
            count.ToTable("StockCounts").HasIndex(c => c.ResidentId);
            count.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        });
        model.Entity<MedicationPause>(pause =>
        {
            pause.ToTable("MedicationPauses").HasIndex(p => p.ResidentId);
            pause.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
        });
        model.Entity<RegimenChange>(change =>
        {
            change.ToTable("RegimenChanges").HasIndex(c => c.ResidentId);
            change.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
        });
    }

    private static void Propose(ModelBuilder model)
    {
        model.Entity<MedicationProposal>(proposal =>
        {
            proposal.ToTable("MedicationProposals").HasIndex(p => p.ResidentId);
            proposal.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
            proposal.Property(p => p.FileName).Sealed();
        });
        model.Entity<ProposalLine>(line =>
        {
            line.ToTable("ProposalLines").HasIndex(l => l.ProposalId);
            line.HasOne<MedicationProposal>().WithMany().HasForeignKey(l => l.ProposalId);
            line.Property(l => l.Content).Sealed();
        });
    }
}
