using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>The door: puts a message into words and gives it to the channel where its person last spoke.</summary>
internal sealed class ChannelSender(
    IDbContextFactory<AssistantDb> contexts, IEnumerable<IChannel> channels, Wording wording, TimeProvider clock) : IMessageSender
{
    /// <summary>How long a question that came up in a talk waits for its answer. Default 10 min. (choice)</summary>
    /// <remarks>A "yes" of an hour later is about something else; what the day asks waits as long as it is valid.</remarks>
    public static readonly TimeSpan InTalk = TimeSpan.FromMinutes(10);

    private readonly IReadOnlyList<IChannel> channels = [.. channels];

    public async Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == message.To, cancellationToken);
        if (await PointAsync(db, message, cancellationToken) is not { } reach)
        {
            return new DeliveryOutcome.Refused("No channel reaches this person; add a contact point.");
        }

        var rendered = wording.Render(message, person);
        var outcome = await reach.Channel.SendAsync(reach.Point, rendered, cancellationToken);
        if (outcome is DeliveryOutcome.Accepted && message.Saying is { Question: { } question, Subject: { } subject })
        {
            await Overtaken.AgainAsync(cancel => LeaveOpenAsync(message, question, subject, cancel), cancellationToken);
        }

        return outcome;
    }

    private async Task<(ContactPoint Point, IChannel Channel)?> PointAsync(
        AssistantDb db, OutboundMessage message, CancellationToken cancellationToken)
    {
        var points = await (
            from reachability in db.Set<Reachability>()
            join point in db.Set<ContactPoint>().AsNoTracking() on reachability.ContactPointId equals point.Id
            where reachability.PersonId == message.To
            select point).ToListAsync(cancellationToken);
        return points
            .OrderByDescending(point => point.Id == message.Via)
            .ThenByDescending(point => point.LastHeardAt)
            .Select(point => (Point: point, Channel: channels.FirstOrDefault(c => c.Serves(point.Channel))))
            .Where(reach => reach.Channel is not null)
            .Select(reach => ((ContactPoint, IChannel)?)(reach.Point, reach.Channel ?? channels[0]))
            .FirstOrDefault();
    }

    private async Task LeaveOpenAsync(OutboundMessage message, string question, Guid subject, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var inTalk = message.DedupeKey.StartsWith(Turn.ReplyKey, StringComparison.Ordinal);
        var until = inTalk && now + InTalk < message.ValidUntil ? now + InTalk : message.ValidUntil;
        var open = await db.Set<OpenQuestion>().Where(o => o.PersonId == message.To).ToListAsync(cancellationToken);
        var number = open.Select(o => o.Number).DefaultIfEmpty().Max() + 1;
        if (open.SingleOrDefault(o => o.Key == question && o.Subject == subject) is not { } known)
        {
            db.Add(new OpenQuestion
            {
                PersonId = message.To, Key = question, Subject = subject, AskedAt = now, ValidUntil = until, Number = number,
            });
        }
        else
        {
            (known.AskedAt, known.Number) = (now, number);
            known.ValidUntil = known.ValidUntil > until ? known.ValidUntil : until;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
