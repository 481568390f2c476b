using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Consent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Jobs;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Greets whoever comes into a conversation, once; this is no turn, and no sign of life.</summary>
internal sealed class Greeter(
    IDbContextFactory<AssistantDb> contexts, Listening listening, TickSignal signal, TimeProvider clock)
{
    private const string Greeting = "welcome.hello";

    public async Task GreetAsync(InboundActivity activity, CancellationToken cancellationToken)
    {
        foreach (var newcomer in Newcomers(activity))
        {
            await Overtaken.AgainAsync(cancel => GreetAsync(activity with { From = newcomer }, newcomer, cancel), cancellationToken);
        }

        signal.Wake();
    }

    // Teams tells of the bot's own arrival in a private chat, and of nobody else: then she is the one who added it.
    // In a group we keep silent until we are spoken to.
    private static IEnumerable<ChannelAccount> Newcomers(InboundActivity activity)
    {
        if (activity.Conversation.HasOthers)
        {
            return [];
        }

        var others = activity.MembersAdded.Where(member => member.Id != activity.Recipient?.Id && member.Role is not "bot").ToList();
        return others is [] && activity is { MembersAdded.Count: > 0, Conversation.ConversationType: "personal", From.Id.Length: > 0 }
            ? [activity.From]
            : others.DistinctBy(member => member.Id);
    }

    private async Task GreetAsync(InboundActivity activity, ChannelAccount newcomer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var channel = ChannelNames.Ours(activity.ChannelId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // On some channels either id is a telephone number.
        var once = $"greeting:{db.Ring.Hash($"{channel}:{activity.Conversation.Id}:{newcomer.Id}")}";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<OutboundMessage>().AnyAsync(message => message.DedupeKey == once, cancellationToken))
        {
            return;
        }

        var arrival = new Utterance
        {
            Channel = channel,
            Address = ChannelNames.AddressOf(newcomer, activity.Conversation),
            MessageKey = once,
            Locale = activity.Locale,
            SaidAt = now,
        };
        var speaker = (await SpeakerLookup.FindAsync(db, arrival, listening.Languages, now, cancellationToken))[0];
        speaker.Point.Heard(now, activity.Reference.ToString());
        db.Add(new OutboundMessage
        {
            Id = MessageId.New(now),
            To = speaker.Person.Id,
            Via = speaker.Point.Id,
            DedupeKey = once,
            Ground = Ground.Nobody,
            Saying = Saying.Of(Greeting),
            CreatedAt = now,
            ValidUntil = now + Outbox.DefaultValidity,
        }.Due(now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
