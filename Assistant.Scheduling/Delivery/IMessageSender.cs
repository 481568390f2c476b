using Assistant.Scheduling.Residents;

namespace Assistant.Scheduling.Delivery;

/// <summary>The one door out: says a message to its person, in her language, on a channel that reaches her.</summary>
public interface IMessageSender
{
    /// <summary>Renders and sends.</summary>
    /// <remarks>A fault of a channel is an outcome, not an exception; an exception means a fault of ours.</remarks>
    Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>The channel by which each person will probably be reached, so that one that hangs holds up its own people only.</summary>
    /// <returns>A name for each; who is missing goes with all others who are.</returns>
    Task<IReadOnlyDictionary<PersonId, string>> LanesAsync(
        IReadOnlyCollection<OutboundMessage> messages, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, string>>(new Dictionary<PersonId, string>());
}
