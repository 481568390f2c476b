using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Reaches people on their page: what is sent waits there, whether the page is open or not.</summary>
internal sealed class WebChatChannel(ChatStore store, ChatFeed feed) : IChannel
{
    public bool Serves(string channelId) => channelId is ChatStore.Channel;

    public async Task RetireAsync(PersonId person, IReadOnlyCollection<MessageId> messages, CancellationToken cancellationToken)
    {
        await using var db = await store.BeginAsync(cancellationToken);
        foreach (var shown in await ChatStore.ShownAsync(db, person, [.. messages.Select(message => message.ToString())], cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var answered = ChatMessage.Answered(ChatStore.ActivityId(shown.ConversationId, shown.Watermark));
            await store.AppendAsync(db, shown.ConversationId, $"answered:{shown.ClientKey}", answered, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            feed.Tell(shown.ConversationId);
        }
    }

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(to.Address, out var person)
            || await store.OpenAsync(PersonId.From(person), cancellationToken) is not { } conversation)
        {
            return new DeliveryOutcome.Refused("This page belongs to nobody any more.");
        }

        await using var db = await store.BeginAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var shown = await store.AppendAsync(db, conversation.Id, message.Id.ToString(), ChatMessage.Of(message), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.Tell(conversation.Id);
        return new DeliveryOutcome.Accepted(ChatStore.ActivityId(conversation.Id, shown.Watermark), message.Text);
    }
}
