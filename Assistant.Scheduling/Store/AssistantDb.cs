using Assistant.Scheduling.Store.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>One conversation with the database: a unit of work that ends in one transaction or in none.</summary>
/// <remarks>
/// Rooms add their tables through <see cref="StoreTables"/>; ask for a set with <c>Set&lt;T&gt;()</c>. Options made by hand
/// keep one model for all rings: take <see cref="StoreSetup.Use"/>.
/// </remarks>
public sealed class AssistantDb(DbContextOptions<AssistantDb> options, StoreTables tables, KeyRing ring) : DbContext(options)
{
    private int numbered;

    /// <summary>The keys that seal and open this store.</summary>
    public KeyRing Ring => ring;

    /// <summary>The next number of this unit of work, for rows of one moment that keep the order in which they were made.</summary>
    public int NextNumber() => ++numbered;

    /// <summary>Whether somebody stays on the line until this is stored; such a unit of work writes before others.</summary>
    /// <remarks>Default false.</remarks>
    public bool IsWaitedFor { get; set; }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountChanges();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountChanges();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Whoever read the row before must not write over what was decided since.
    private void CountChanges()
    {
        foreach (var row in ChangeTracker.Entries<IWaitingRow>().Where(row => row.State is EntityState.Modified))
        {
            var attempt = row.Property(r => r.Attempt);
            attempt.CurrentValue += attempt.IsModified ? 0 : 1;
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Conversions.Everywhere(configurationBuilder);
        foreach (var room in tables.Rooms)
        {
            room.Conventions(configurationBuilder);
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var room in tables.Rooms)
        {
            room.Tables(modelBuilder);
        }

        SealedColumns.Lock(modelBuilder.Model, ring);
    }
}
