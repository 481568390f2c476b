using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>The chain of the access log: one writer at a time adds to its end, and takes away what is past its keeping.</summary>
/// <remarks>
/// Each entry holds the hash of the one before and of its own fields, made with the key for look-ups, which the database
/// does not hold: whoever can write the database alone can change an entry, but not so that <see cref="AccessProof"/>
/// does not see it. The sealed head does the same for both ends.
/// </remarks>
public static class AccessChain
{
    /// <summary>How many lines get their place in one transaction. Default 500.</summary>
    public const int BatchSize = 500;

    /// <summary>How long entries are kept. Default 5 years, as NEN 7513:2018 asks at least. (CARE §8)</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(5 * 366);

    /// <summary>Gives lines that wait their places in the chain.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> SealAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        if (!await db.Set<AccessWaiting>().AnyAsync(cancellationToken))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneNode.AtATimeAsync(db, nameof(AccessChain), cancellationToken);
        var waiting = await db.Set<AccessWaiting>().AsNoTracking().OrderBy(w => w.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var head = await HeadAsync(db, cancellationToken);
        var entries = new List<AccessEntry>(waiting.Count);
        foreach (var line in waiting)
        {
            entries.Add(line.Placed(head.Sequence + 1).Behind(head.Hash, db.Ring));
            head.Reach(entries[^1], db.Ring);
        }

        await PreparedRows.InsertAsync(db, entries, cancellationToken);
        var done = waiting.Select(w => w.Id).ToList();
        await db.Set<AccessWaiting>().Where(w => done.Contains(w.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return entries.Count;
    }

    /// <summary>Takes away the whole beginning of the chain that is past its keeping, and notes that it did.</summary>
    /// <returns>How many entries.</returns>
    public static async Task<int> ForgetAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OneNode.AtATimeAsync(db, nameof(AccessChain), cancellationToken);
        var before = now - Keep;
        var kept = await db.Set<AccessEntry>().Where(e => e.At >= before).MinAsync(e => (long?)e.Sequence, cancellationToken);
        var last = await db.Set<AccessEntry>().AsNoTracking().Where(e => kept == null || e.Sequence < kept)
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
        {
            return 0;
        }

        // First the head, for its Base is what the trigger of the table lets go.
        (await HeadAsync(db, cancellationToken)).Forget(last, db.Ring);
        new AccessLog(db, now).Note(new AccessNote(
            AccessEvent.Delete, AccessActor.Program(nameof(AccessChain)), null, DataCategories.AccessLog, "retention", AccessPurpose.Upkeep));
        await db.SaveChangesAsync(cancellationToken);
        var gone = await db.Set<AccessEntry>().Where(e => e.Sequence <= last.Sequence).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return gone;
    }

    private static async Task<AccessHead> HeadAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        if (await db.Set<AccessHead>().SingleOrDefaultAsync(cancellationToken) is { } head)
        {
            return head;
        }

        var first = new AccessHead();
        db.Add(first);
        return first;
    }
}
