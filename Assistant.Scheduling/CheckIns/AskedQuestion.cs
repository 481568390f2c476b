using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Scheduling.CheckIns;

/// <summary>What became of the question of a check-in: whether it left, and when.</summary>
/// <param name="State">How far the message got.</param>
/// <param name="Tries">How often it was taken up to be sent.</param>
/// <param name="SentAt">When a channel took it; null while none did.</param>
public sealed record AskedQuestion(MessageState State, int Tries, DateTimeOffset? SentAt)
{
    /// <summary>Whether she had, or will have had, a fair time to answer when the grace ends.</summary>
    /// <remarks>
    /// False where we were away: the question lies untouched, or left only now. A channel that was tried and fails is no
    /// such case: then nobody knows how she is, and people must look. A grace shorter than ours is her own choice.
    /// </remarks>
    public bool LeavesHerTime(CheckIn checkIn, DateTimeOffset now)
    {
        var grace = checkIn.DueBy - checkIn.AskAt;
        var fair = grace < CheckInWatch.LateGrace ? grace : CheckInWatch.LateGrace;
        return SentAt is { } sent ? sent + fair <= now : State is not MessageState.Queued || Tries > 0;
    }

    /// <summary>By which key the question of a check-in lies in the outbox.</summary>
    public static string KeyOf(CheckInId checkIn) => $"checkin:{checkIn}:ask";

    /// <summary>The questions of these check-ins, in one query; who was not asked is left out.</summary>
    internal static async Task<IReadOnlyDictionary<CheckInId, AskedQuestion>> ReadAsync(
        AssistantDb db, IReadOnlyCollection<CheckIn> checkIns, CancellationToken cancellationToken)
    {
        var keys = checkIns.Where(c => c.AskedAt is not null).ToDictionary(c => KeyOf(c.Id), c => c.Id);
        if (keys.Count == 0)
        {
            return new Dictionary<CheckInId, AskedQuestion>();
        }

        var names = keys.Keys.ToList();
        var messages = await db.Set<OutboundMessage>().AsNoTracking().Where(m => names.Contains(m.DedupeKey))
            .Select(m => new { m.DedupeKey, m.State, m.Attempt, m.SentAt }).ToListAsync(cancellationToken);
        return messages.ToDictionary(m => keys[m.DedupeKey], m => new AskedQuestion(m.State, m.Attempt, m.SentAt));
    }
}
