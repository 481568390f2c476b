using System.Text.Json;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Assistant.Scheduling.Escalation;

/// <summary>How concerns are stored.</summary>
public static class EscalationTables
{
    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        conventions => conventions.TypedId<ConcernId>(),
        model =>
        {
            model.Entity<EscalationPolicy>(policy =>
            {
                policy.ToTable("EscalationPolicies").HasIndex(p => new { p.ResidentId, p.Kind }).IsUnique();
                policy.HasOne<Resident>().WithMany().HasForeignKey(p => p.ResidentId);
                policy.Property(p => p.Steps).HasConversion(
                    steps => JsonSerializer.Serialize(steps, JsonSerializerOptions.Web),
                    stored => JsonSerializer.Deserialize<IReadOnlyList<EscalationStep>>(stored, JsonSerializerOptions.Web) ?? Array.Empty<EscalationStep>(),
                    new ValueComparer<IReadOnlyList<EscalationStep>>(
                        (a, b) => a != null && b != null && a.SequenceEqual(b), steps => steps.Count, steps => steps));
            });
            model.Entity<Concern>(concern =>
            {
                concern.ToTable("Concerns").Ignore(c => c.RowId).Ignore(c => c.IsOver);
                concern.Property(c => c.Attempt).IsConcurrencyToken();
                concern.HasIndex(c => c.Cause).IsUnique();
                concern.HasIndex(c => new { c.ResidentId, c.State });
                concern.HasIndex(c => c.NextActionAt).HasFilter("\"NextActionAt\" IS NOT NULL");
                concern.HasOne<Resident>().WithMany().HasForeignKey(c => c.ResidentId);
            });
            model.Entity<DutyRotation>(rotation =>
            {
                rotation.ToTable("DutyRotations").Ignore(r => r.Zone).HasKey(r => r.NeighbourhoodId);
                rotation.HasOne<Neighbourhood>().WithMany().HasForeignKey(r => r.NeighbourhoodId);
                rotation.Property(r => r.People).HasConversion(
                    people => JsonSerializer.Serialize(people, JsonSerializerOptions.Web),
                    stored => JsonSerializer.Deserialize<IReadOnlyList<PersonId>>(stored, JsonSerializerOptions.Web) ?? Array.Empty<PersonId>(),
                    new ValueComparer<IReadOnlyList<PersonId>>(
                        (a, b) => a != null && b != null && a.SequenceEqual(b), people => people.Count, people => people));
            });
            model.Entity<DutyChange>(change =>
            {
                change.ToTable("DutyChanges").HasIndex(c => new { c.NeighbourhoodId, c.Until });
                change.HasOne<Neighbourhood>().WithMany().HasForeignKey(c => c.NeighbourhoodId);
            });
            model.Entity<ConcernEvent>(happened =>
            {
                happened.ToTable("ConcernEvents").HasIndex(e => e.ConcernId);
                happened.HasOne<Concern>().WithMany().HasForeignKey(e => e.ConcernId);
            });
        });
}
