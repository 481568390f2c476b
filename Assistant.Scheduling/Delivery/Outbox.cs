using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.Delivery;

/// <summary>The box by the door, opened in one unit of work at one moment: what is put in leaves when that commits.</summary>
public sealed class Outbox(AssistantDb db, DateTimeOffset now)
{
    /// <summary>How long a message is worth sending, unless its sender says otherwise. Default 2 h. (choice)</summary>
    public static readonly TimeSpan DefaultValidity = TimeSpan.FromHours(2);

    /// <summary>The fault of a message that was taken out again: it was answered already, so nothing went wrong.</summary>
    public const string NoLongerNeeded = "No longer needed.";

    /// <summary>Puts in a message that may go at once.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="dedupeKey">What makes it the same message when it is made again.</param>
    /// <param name="saying">What is to be said.</param>
    /// <param name="ground">What gives us the right to say it; a saying that names a resident brings its own.</param>
    /// <param name="validity">How long it is worth sending, and its question open; <see cref="DefaultValidity"/> when left out.</param>
    public void Put(PersonId to, string dedupeKey, Saying saying, Ground ground, TimeSpan? validity = null) =>
        db.Add(new OutboundMessage
        {
            Id = MessageId.New(now),
            To = to,
            Ground = saying.Tells ?? ground,
            DedupeKey = dedupeKey,
            Saying = saying,
            CreatedAt = now,
            ValidUntil = now + (validity ?? DefaultValidity),
        }.Due(now));

    /// <summary>Puts in a message that names a resident, on the ground on which it does.</summary>
    /// <exception cref="ArgumentException">The saying names nobody.</exception>
    public void Put(PersonId to, string dedupeKey, Saying naming, TimeSpan? validity = null) =>
        Put(to, dedupeKey, naming, null, validity ?? DefaultValidity);

    /// <summary>The same, to be brought by a certain means where she has it.</summary>
    /// <inheritdoc cref="Put(PersonId, string, Saying, TimeSpan?)"/>
    public void Put(PersonId to, string dedupeKey, Saying naming, Means? means, TimeSpan validity) =>
        db.Add(new OutboundMessage
        {
            Id = MessageId.New(now),
            To = to,
            Ground = naming.Tells ?? throw new ArgumentException("Says not on what ground it goes.", nameof(naming)),
            Means = means,
            DedupeKey = dedupeKey,
            Saying = naming,
            CreatedAt = now,
            ValidUntil = now + validity,
        }.Due(now));

    /// <summary>Takes out what has not left yet of everything whose dedupe key begins so: it is answered already.</summary>
    /// <returns>How many messages were taken out.</returns>
    public Task<int> WithdrawAsync(string dedupePrefix, CancellationToken cancellationToken) =>
        WithdrawAsync(db.Set<OutboundMessage>().Where(m => m.DedupeKey.StartsWith(dedupePrefix)), cancellationToken);

    /// <summary>Takes out everything about this resident that has not left yet.</summary>
    /// <returns>How many messages were taken out.</returns>
    public Task<int> WithdrawAsync(ResidentId about, CancellationToken cancellationToken) =>
        WithdrawAsync(db.Set<OutboundMessage>().Where(m => m.About == about), cancellationToken);

    /// <summary>Of these people: to whom nothing can have gone of what was stored since then and whose dedupe key begins so.</summary>
    /// <remarks>A message that was taken up even once may have arrived, whatever was written down.</remarks>
    public async Task<IReadOnlySet<PersonId>> NeverReachedAsync(
        IReadOnlyCollection<PersonId> people, string dedupePrefix, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var messages = await db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => people.Contains(m.To) && m.CreatedAt >= since && m.DedupeKey.StartsWith(dedupePrefix))
            .Select(m => new { m.To, m.State, m.Attempt }).ToListAsync(cancellationToken);
        return messages.GroupBy(m => m.To)
            .Where(hers => hers.All(m => m is { State: MessageState.Expired or MessageState.Withdrawn, Attempt: <= 1 }))
            .Select(hers => hers.Key).ToHashSet();
    }

    // Only what still waits is looked at: that is a small index, and a prefix has none of its own.
    // Withdrawing counts as taking up, so that a sender who holds the message can write nothing over it.
    private static Task<int> WithdrawAsync(IQueryable<OutboundMessage> messages, CancellationToken cancellationToken) =>
        messages.Where(m => m.NextActionAt != null && m.State == MessageState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, MessageState.Expired)
                .SetProperty(m => m.NextActionAt, (DateTimeOffset?)null)
                .SetProperty(m => m.Attempt, m => m.Attempt + 1)
                .SetProperty(m => m.Fault, NoLongerNeeded),
            cancellationToken);
}
