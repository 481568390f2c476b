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
    /// <summary>The keys that seal and open this store.</summary>
    public KeyRing Ring => ring;

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
