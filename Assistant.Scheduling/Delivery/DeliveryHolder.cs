using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Delivery;

/// <summary>What was said to her, and to others about her.</summary>
public sealed class DeliveryHolder : IPersonalDataHolder
{
    /// <summary>How long messages are kept. Default 90 days. (CARE §8)</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public string Room => "Delivery";

    /// <inheritdoc/>
    public IReadOnlyList<HeldRows> Rows { get; } =
    [
        HeldRows.Of("Messages to her, and to others about her, and whether they arrived; 90 days.", (db, who) => db.Set<OutboundMessage>()
            .Where(m => m.About == who.Resident || (m.To == who.Person && !who.IsMore))),
    ];

    /// <inheritdoc/>
    public Task<int> EraseExpiredAsync(AssistantDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now - Keep;
        return db.Set<OutboundMessage>().Where(m => m.CreatedAt < before && m.NextActionAt == null).ExecuteDeleteAsync(cancellationToken);
    }
}
