using System.Globalization;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Consent;

/// <summary>Whether the chain of the access log is as it was written.</summary>
public abstract record AccessProof
{
    private AccessProof()
    {
    }

    /// <summary>It is.</summary>
    /// <param name="Entries">How many entries it has.</param>
    /// <param name="Last">The last place; note it elsewhere together with <paramref name="Hash"/> to prove later that nothing was rolled back.</param>
    /// <param name="Hash">The hash of the last entry.</param>
    public sealed record Whole(long Entries, long Last, string Hash) : AccessProof;

    /// <summary>It is not.</summary>
    /// <param name="Sequence">The first place at which it can be seen; zero for the head.</param>
    /// <param name="How">In words: <c>was changed</c>, <c>is missing</c>.</param>
    public sealed record Broken(long Sequence, string How) : AccessProof;

    /// <summary>Reads the whole chain and makes every hash again.</summary>
    public static async Task<AccessProof> ReadAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        // One moment of both tables, or an entry that is added meanwhile looks like one too many.
        await using var moment = await ReadSnapshot.TakeAsync(db, cancellationToken);
        var head = await db.Set<AccessHead>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return await db.Set<AccessEntry>().AnyAsync(cancellationToken) ? new Broken(0, "has lost its sealed head") : new Whole(0, 0, "");
        }

        if (!head.IsGenuine(db.Ring))
        {
            return new Broken(0, "has a head that we did not seal");
        }

        var (before, hash) = (head.Base, head.BaseHash);
        await foreach (var entry in db.Set<AccessEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (Fault(entry, (before, hash), db) is { } fault)
            {
                return fault;
            }

            (before, hash) = (entry.Sequence, entry.Hash);
        }

        return before < head.Sequence ? new Broken(before + 1, "is missing, with all that came behind it")
            : before > head.Sequence ? new Broken(head.Sequence + 1, "was added by somebody else")
            : hash != head.Hash ? new Broken(before, "was changed")
            : new Whole(head.Sequence - head.Base, head.Sequence, head.Hash);
    }

    /// <summary>For people.</summary>
    public sealed override string ToString() => this switch
    {
        Whole { Entries: 0 } => "The access log is empty.",
        Whole(var entries, var last, var hash) => string.Create(
            CultureInfo.InvariantCulture, $"The access log is whole: {entries} entries up to {last}, sealed {hash[..8]}."),
        Broken(0, var how) => $"The access log {how}.",
        Broken(var sequence, var how) => string.Create(CultureInfo.InvariantCulture, $"The access log is broken: entry {sequence} {how}."),
        _ => nameof(AccessProof),
    };

    private static Broken? Fault(AccessEntry entry, (long Sequence, string Hash) before, AssistantDb db) =>
        entry.Sequence <= before.Sequence ? new Broken(entry.Sequence, "should be gone, for its time was over")
        : entry.Sequence != before.Sequence + 1 ? new Broken(before.Sequence + 1, "is missing")
        : entry.HashBehind(before.Hash, db.Ring) != entry.Hash ? new Broken(entry.Sequence, "was changed, or put in another's place")
        : null;
}
