using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>One conversation with the database: a unit of work that ends in one transaction or in none.</summary>
/// <remarks>Rooms add their tables through <see cref="StoreTables"/>; ask for a set with <c>Set&lt;T&gt;()</c>.</remarks>
public sealed class AssistantDb(DbContextOptions<AssistantDb> options, StoreTables tables) : DbContext(options)
{
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
    }
}
