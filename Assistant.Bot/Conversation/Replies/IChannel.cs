using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>A way to reach people. One folder under Channels/ each.</summary>
internal interface IChannel
{
    /// <summary>Whether this channel is the one that reaches contact points of that channel id.</summary>
    bool Serves(string channelId);

    /// <summary>Whether it tells afterwards what arrived, so that taking a message is no proof of it yet.</summary>
    bool TellsArrival => false;

    /// <summary>Where it can, no longer offers the buttons of these messages to this person: they are answered.</summary>
    Task RetireAsync(PersonId person, IReadOnlyCollection<MessageId> messages, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives the message its channel's shape and sends it; a fault of the channel is an outcome.</summary>
    Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken);
}
