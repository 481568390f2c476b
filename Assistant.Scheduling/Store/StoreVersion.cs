using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>How far a store is, as against this program. A step is a migration, by its id; ids sort by age.</summary>
/// <param name="At">The newest step the store has taken; null for one without tables.</param>
/// <param name="Known">The newest step this program knows.</param>
/// <param name="Missing">The steps the store has still to take.</param>
/// <param name="Unknown">The steps it has taken that this program does not know: a newer program made them.</param>
public sealed record StoreVersion(string? At, string Known, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>Whether a newer program made this store; we would not understand its rows.</summary>
    public bool IsNewer => Unknown.Count > 0;

    /// <summary>Whether the store and this program are of the same version.</summary>
    public bool IsOurs => Unknown.Count == 0 && Missing.Count == 0;

    /// <summary>Asks the store; changes nothing, and makes no file where there is none.</summary>
    public static async Task<StoreVersion> ReadAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().Order(StringComparer.Ordinal).ToList();
        var taken = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Order(StringComparer.Ordinal).ToList();
        return new StoreVersion(taken.LastOrDefault(), known[^1], [.. known.Except(taken)], [.. taken.Except(known)]);
    }
}
