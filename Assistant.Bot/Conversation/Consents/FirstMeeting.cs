using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Consents;

/// <summary>Asks a resident whom we meet what we may do: after what she came for is answered, and at most once a day.</summary>
/// <remarks>Source: GDPR art. 7(2) (plain language, apart from other matters) and 13 (told when it is asked).</remarks>
internal static class FirstMeeting
{
    /// <summary>How long her yes or no is heard as the answer. Default 10 min: a yes of an hour later is about something else. (choice)</summary>
    public static readonly TimeSpan WaitsFor = TimeSpan.FromMinutes(10);

    /// <summary>The question that follows what was answered; null where nothing is to be asked now.</summary>
    public static async Task<Saying?> AfterAsync(Turn turn, Saying reply, CancellationToken cancellationToken)
    {
        var isUrgent = turn.Understanding.Concern is not Concern.None || reply.Key.StartsWith("safety.", StringComparison.Ordinal);
        var isLate = turn.Now - turn.SaidAt > TurnHandler.Late;
        if (turn.Resident is not { } resident || reply.Question is not null || isUrgent || isLate)
        {
            return null;
        }

        var question = await NextAsync(turn, resident, [], cancellationToken);
        var today = DedupeKey(turn, resident);
        return question is null || await turn.Db.Set<OutboundMessage>().AnyAsync(m => m.DedupeKey == today, cancellationToken) ? null : question;
    }

    /// <summary>The message that asks.</summary>
    public static OutboundMessage Message(Turn turn, Resident resident, ContactPointId via, Saying question) => new OutboundMessage
    {
        Id = MessageId.New(turn.Now),
        To = turn.Speaker.Id,
        Via = via,
        Ground = Ground.ToHerself(resident.Id),
        DedupeKey = DedupeKey(turn, resident),
        Saying = question,
        CreatedAt = turn.Now,
        ValidUntil = turn.Now + WaitsFor,
    }.Due(turn.Now);

    /// <summary>The next thing she was never asked; null when she was asked everything.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="resident">Who.</param>
    /// <param name="justAnswered">What she answered in this turn, which is not stored yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Saying?> NextAsync(
        Turn turn, Resident resident, IReadOnlyCollection<ConsentTopic> justAnswered, CancellationToken cancellationToken)
    {
        var answered = await turn.Db.Set<ConsentGrant>().Where(g => g.ResidentId == resident.Id)
            .Select(g => g.Purpose).Distinct().ToListAsync(cancellationToken);
        foreach (var topic in ConsentTopic.All.Where(t => !t.Purposes.Any(answered.Contains)).Except(justAnswered))
        {
            if (await AskAsync(turn, resident, topic, again: false, cancellationToken) is { } question)
            {
                return question;
            }
        }

        return null;
    }

    /// <summary>Asks about this; null where there is nobody to whom anything could be told.</summary>
    public static async Task<Saying?> AskAsync(
        Turn turn, Resident resident, ConsentTopic topic, bool again, CancellationToken cancellationToken)
    {
        var saying = Saying.Of(again ? $"{topic.Key}.again" : $"{topic.Key}.ask");
        if (topic == ConsentTopic.Sharing)
        {
            var people = await Confidants.OfAsync(turn, resident, cancellationToken);
            if (people.Count == 0)
            {
                return null;
            }

            saying = saying.With("people", string.Join('\n', people.Select(p => p.Name)));
        }

        return saying.Asking(topic.Question, Guid.CreateVersion7(turn.Now), "yes", "no");
    }

    private static string DedupeKey(Turn turn, Resident resident) => $"consent:{resident.Id}:{turn.Day.Date:yyyyMMdd}";
}
