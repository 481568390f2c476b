using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Delivery;

/// <summary>Asks at the door, for a whole batch at once, whether each message may still go: what was withdrawn is not sent.</summary>
/// <remarks>
/// Asked right before sending, so that a word of a resident also holds for what was queued before it. A message to the
/// resident herself costs a share of two queries, one that tells somebody else of her a share of four more.
/// Source: GDPR art. 7(3); CARE §8: effective within a minute.
/// </remarks>
public static class Doorkeeper
{
    /// <summary>Which of these messages may not go.</summary>
    public static async Task<IReadOnlySet<MessageId>> ForbiddenAsync(
        AssistantDb db, IReadOnlyCollection<OutboundMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var forbidden = new HashSet<MessageId>();
        forbidden.UnionWith(await ToHerselfAsync(db, [.. messages.Where(m => m.About is not null && m.Kind is null)], now, cancellationToken));
        forbidden.UnionWith(await ToOthersAsync(db, [.. messages.Where(m => m.Kind is not null)], now, cancellationToken));
        return forbidden;
    }

    // To nobody but herself; and unasked only for what she agreed to.
    private static async Task<IEnumerable<MessageId>> ToHerselfAsync(
        AssistantDb db, List<OutboundMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        var abouts = messages.Select(m => m.About).OfType<ResidentId>().Distinct().ToList();
        var selves = await db.Set<Resident>().AsNoTracking().Where(r => abouts.Contains(r.Id))
            .Select(r => new { r.Id, r.PersonId }).ToDictionaryAsync(r => r.Id, r => r.PersonId, cancellationToken);
        var unasked = messages.Where(m => m.Purpose is not null).ToList();
        var agreed = unasked.Count == 0
            ? new Dictionary<ResidentId, Agreements>()
            : await Agreements.ReadAsync(
                db,
                [.. unasked.Select(m => m.About).OfType<ResidentId>().Distinct()],
                [.. unasked.Select(m => m.Purpose).OfType<Purpose>().Distinct()],
                now,
                cancellationToken);
        return messages.Where(m => !May(m)).Select(m => m.Id);

        bool May(OutboundMessage message) => message.About is { } about
            && selves.TryGetValue(about, out var self) && self == message.To
            && (message.Purpose is not { } purpose || agreed.GetValueOrDefault(about, Agreements.None).Has(purpose));
    }

    // How to get in was put in only for somebody who had said she goes; the rule asks for no more than that.
    private static async Task<IEnumerable<MessageId>> ToOthersAsync(
        AssistantDb db, List<OutboundMessage> messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return [];
        }

        var pairs = messages.Select(m => (m.Id, Kind: m.Kind, m.IsVital, Pair: m.About is { } about ? new Pair(about, m.To) : (Pair?)null)).ToList();
        var discretion = await Discretion.ReadAsync(db, [.. pairs.Select(p => p.Pair).OfType<Pair>()], now, cancellationToken);
        return pairs.Where(p => p is not { Kind: { } kind, Pair: { } pair } || !discretion.MayKnow(pair, kind, goes: true, p.IsVital).IsAllowed)
            .Select(p => p.Id);
    }
}
