using Assistant.Bot.Conversation.Replies;
using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Assistant.Scheduling.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Reaches people on the channels of the Bot Framework: Teams, the emulator, Telegram and others.</summary>
internal sealed class BotFrameworkChannel(
    IDbContextFactory<AssistantDb> contexts,
    AwaitedReplies awaited,
    ConnectorClient connector,
    IOptions<BotFrameworkOptions> options) : IChannel
{
    private const string ReplyKey = "reply:";

    public bool Serves(string channelId) => ChannelNames.IsTheirs(channelId);

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        var answered = await AnsweredAsync(message.Id, cancellationToken);
        var reference = answered is null
            ? ConversationReference.TryParse(to.Reference) is { } newest ? newest with { ActivityId = null } : null
            : ConversationReference.TryParse(answered.Reference);
        if (reference is null)
        {
            return new DeliveryOutcome.Refused("Nobody ever spoke here, so there is no conversation to take up.");
        }

        var activity = OutboundActivity.Of(message, reference);
        if (answered is not null && awaited.Answer(answered.MessageKey, activity))
        {
            return new DeliveryOutcome.Accepted(null, message.Text);
        }

        return reference.ServiceUrl is { } serviceUrl && ServiceUrls.MaySendTo(serviceUrl, options.Value)
            ? await connector.PostAsync(serviceUrl, activity, cancellationToken)
            : new DeliveryOutcome.Refused("The channel's service address is missing or not one we may send to.");
    }

    // An answer goes back to the very conversation it was asked in; everything else to where she spoke last.
    private async Task<Utterance?> AnsweredAsync(MessageId message, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await db.Set<OutboundMessage>().AsNoTracking()
            .Where(m => m.Id == message).Select(m => m.DedupeKey).SingleOrDefaultAsync(cancellationToken);
        return key is not null && key.StartsWith(ReplyKey, StringComparison.Ordinal) && Guid.TryParseExact(key[ReplyKey.Length..].Split(':')[0], "N", out var inbox)
            ? await db.Set<InboxMessage>().AsNoTracking()
                .Where(m => m.Id == inbox).Select(m => m.Utterance).SingleOrDefaultAsync(cancellationToken)
            : null;
    }
}
