using Assistant.Scheduling.Store;

namespace Assistant.Scheduling.Consent;

/// <summary>What one room keeps of people. Each room with a table about somebody has one; a House test counts them.</summary>
/// <remarks>Source: GDPR art. 15 and 20 (a copy), art. 17 (erasure), art. 5(1)(e) (no longer than needed).</remarks>
public interface IPersonalDataHolder
{
    /// <summary>The room, as a heading of the copy.</summary>
    string Room { get; }

    /// <summary>Its tables, in the order in which they are erased: what refers to another row comes before it.</summary>
    IReadOnlyList<HeldRows> Rows { get; }

    /// <summary>Takes away what is kept for some time only and whose time is over, of everybody.</summary>
    /// <returns>How many rows were erased.</returns>
    Task<int> EraseExpiredAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(0);
}
