namespace Assistant.Scheduling.Delivery;

/// <summary>The one door out: says a message to its person, in her language, on a channel that reaches her.</summary>
public interface IMessageSender
{
    /// <summary>Renders and sends.</summary>
    /// <remarks>A fault of a channel is an outcome, not an exception; an exception means a fault of ours.</remarks>
    Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);
}
