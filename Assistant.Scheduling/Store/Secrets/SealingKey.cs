using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>A key that sealed something in this store, as far as a store may know: its id, and two proofs.</summary>
public sealed class SealingKey
{
    private const string ProofColumn = "SealingKeys.Proof";

    /// <summary>The tables of this room.</summary>
    public static RoomTables Room { get; } = new(
        _ => { },
        model => model.Entity<SealingKey>().ToTable("SealingKeys"));

    /// <summary>The key's id on the ring.</summary>
    public required string Id { get; init; }

    /// <summary>Something that only the right key opens.</summary>
    public required string Proof { get; init; }

    /// <summary>What the right key for look-ups makes of the key's id.</summary>
    public required string HashProof { get; init; }

    /// <summary>When another key took its place; null while it seals.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>What is wrong with a ring for this store, in a sentence that names the key; null when it opens everything.</summary>
    public static async Task<string?> ComplaintAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var used = await db.Set<SealingKey>().AsNoTracking().OrderBy(key => key.Id).ToListAsync(cancellationToken);
        return used.Select(key => key.ComplaintAbout(db.Ring)).FirstOrDefault(complaint => complaint is not null);
    }

    /// <summary>Notes that the ring's active key seals from now on.</summary>
    public static async Task NoteAsync(AssistantDb db, CancellationToken cancellationToken)
    {
        var id = db.Ring.ActiveId;
        if (await db.Set<SealingKey>().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is { } known)
        {
            known.SupersededAt = null; // it may have been put on top again
            return;
        }

        db.Add(new SealingKey { Id = id, Proof = SealedText.Seal(db.Ring, ProofColumn, id), HashProof = db.Ring.Hash(id) });
    }

    private string? ComplaintAbout(KeyRing ring)
    {
        if (ring.Find(Id) is null)
        {
            return $"The store holds values sealed with the key '{Id}', which is not on the key ring.";
        }

        try
        {
            return SealedText.Open(ring, ProofColumn, Proof) == Id && ring.Hash(Id) == HashProof
                ? null
                : $"The key '{KeyRing.HashKeyId}' on the key ring is not the one by which this store is looked up.";
        }
        catch (SealedValueException)
        {
            return $"The key '{Id}' on the key ring is not the one that sealed the values of this store.";
        }
    }
}
