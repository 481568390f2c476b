using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store;

/// <summary>A turn that only one transaction of all nodes has at a time, until it ends.</summary>
public static class OneNode
{
    /// <summary>The turn of whoever makes rows for the coming days, or ends the days of somebody.</summary>
    public const string Plans = "plans";

    /// <summary>Waits until no other transaction holds this turn.</summary>
    /// <remarks>
    /// PostgreSQL: an advisory lock that ends with the transaction, also when the node dies. SQLite: nothing to do,
    /// since a transaction begins by taking the one write lock of the file.
    /// </remarks>
    /// <param name="db">The context, in a transaction.</param>
    /// <param name="turn">What is to be done by one at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task AtATimeAsync(AssistantDb db, string turn, CancellationToken cancellationToken) =>
        db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", [turn], cancellationToken)
            : Task.CompletedTask;
}
