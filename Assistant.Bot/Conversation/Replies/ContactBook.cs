using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>A place where somebody can be reached, the channel that serves it, and whether others are reached there too.</summary>
internal sealed record Reach(ContactPoint Point, IChannel Channel, bool IsShared);

/// <summary>A place that was tried, and what came of it.</summary>
internal sealed record Tried(Reach Reach, DeliveryOutcome Outcome);

/// <summary>Where people can be reached, how those places fare, and what was asked there.</summary>
internal sealed class ContactBook(IDbContextFactory<AssistantDb> contexts, IEnumerable<IChannel> channels, TimeProvider clock)
{
    private readonly IReadOnlyList<IChannel> channels = [.. channels];

    /// <summary>Where this message may go, the best place first; none where no channel of ours reaches her.</summary>
    public async Task<IReadOnlyList<Reach>> ReachesAsync(AssistantDb db, OutboundMessage message, CancellationToken cancellationToken)
    {
        var known = await (
            from reachability in db.Set<Reachability>().AsNoTracking()
            join point in db.Set<ContactPoint>().AsNoTracking() on reachability.ContactPointId equals point.Id
            where reachability.PersonId == message.To
            select new { Point = point, reachability.IsUnwanted, IsShared = db.Set<Reachability>().Count(r => r.ContactPointId == point.Id) > 1 })
            .ToListAsync(cancellationToken);

        // Where she does not want to be reached she is reached in need, or where there is nothing else.
        if (!message.Ground.IsVital && known.Exists(one => !one.IsUnwanted && Serving(one.Point.Channel).Any()))
        {
            known.RemoveAll(one => one.IsUnwanted);
        }

        var shared = known.Where(one => one.IsShared).Select(one => one.Point.Id).ToHashSet();
        return [.. ReachOrder.Of(known.Select(one => one.Point), message.Via, message.Means)
            .SelectMany(point => Serving(point.Channel).Select(channel => new Reach(point, channel, shared.Contains(point.Id))))];
    }

    /// <summary>The channel by which each of these messages would go first.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> LanesAsync(
        AssistantDb db, IReadOnlyCollection<OutboundMessage> messages, CancellationToken cancellationToken)
    {
        var people = messages.Select(message => message.To).Distinct().ToList();
        var known = await (
            from reachability in db.Set<Reachability>().AsNoTracking()
            join point in db.Set<ContactPoint>().AsNoTracking() on reachability.ContactPointId equals point.Id
            where people.Contains(reachability.PersonId)
            select new { reachability.PersonId, Point = point }).ToListAsync(cancellationToken);
        return known.GroupBy(one => one.PersonId, one => one.Point).ToDictionary(
            hers => hers.Key,
            hers => ReachOrder.Of(hers, null).FirstOrDefault(point => Serving(point.Channel).Any())?.Channel ?? "");
    }

    /// <summary>Writes down what is news: how the places fared, and that a question waits for its answer.</summary>
    public async Task NoteAsync(OutboundMessage message, IReadOnlyList<Tried> tried, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var news = tried.Where(one => IsNews(one, now)).ToList();
        var asks = tried.Any(one => one.Outcome is DeliveryOutcome.Accepted) && message.Saying is { Question: not null, Subject: not null };
        if (news.Count == 0 && !asks)
        {
            return;
        }

        await Overtaken.AgainAsync(
            async cancel =>
            {
                await using var db = await contexts.CreateDbContextAsync(cancel);
                foreach (var (reach, outcome) in news)
                {
                    if (await db.Set<ContactPoint>().SingleOrDefaultAsync(one => one.Id == reach.Point.Id, cancel) is { } point)
                    {
                        Note(point, outcome, now);
                    }
                }

                if (asks)
                {
                    await AskedQuestions.LeaveOpenAsync(db, message, now, cancel);
                }

                await db.SaveChangesAsync(cancel);
            },
            cancellationToken);
    }

    // Every note is a write, so what is known already is not written again. Where a channel tells the arrival
    // afterwards, that it took a message for a sick place proves nothing yet.
    private static bool IsNews(Tried tried, DateTimeOffset now) => tried.Outcome is not DeliveryOutcome.Accepted
        || (tried.Reach.Point is { LastFailedAt: null } well ? !(well.LastArrivedAt + ContactPoint.Freshness > now)
            : tried.Reach.Point.IsWell || !tried.Reach.Channel.TellsArrival);

    private static void Note(ContactPoint point, DeliveryOutcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Accepted:
                point.Arrived(now);
                break;
            case DeliveryOutcome.Refused refused:
                point.Refused(refused.Reason, now);
                break;
            case DeliveryOutcome.Failed failed:
                point.Failed(failed.Reason, now);
                break;
            case DeliveryOutcome.Unknown unknown:
                point.Failed(unknown.Reason, now);
                break;
            default:
                throw new System.Diagnostics.UnreachableException(outcome.GetType().Name);
        }
    }

    private IEnumerable<IChannel> Serving(string channel) => channels.Where(c => c.Serves(channel)).Take(1);
}
