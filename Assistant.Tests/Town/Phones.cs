using System.Collections.Concurrent;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Xunit.Sdk;

namespace Assistant.Tests.Town;

/// <summary>Everybody's telephones: the end of the one door out.</summary>
internal sealed class Phones(FakeClock clock) : IMessageSender
{
    private readonly ConcurrentDictionary<PersonId, Phone> phones = [];

    public Phone Of(PersonId person, string name) => phones.GetOrAdd(person, _ => new Phone(name, clock));

    public Task<DeliveryOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        Of(message.To, $"somebody ({message.To})").ReceiveAsync(message, cancellationToken);

    /// <summary>Fails, with all that everybody heard, when anything arrived that no test asked for.</summary>
    public void NothingUnexpected()
    {
        if (phones.Values.Any(p => p.Unexpected.Count > 0))
        {
            throw new XunitException($"Somebody heard what nobody expected:{Environment.NewLine}{this}");
        }
    }

    public override string ToString() =>
        string.Join(Environment.NewLine, phones.Values.Where(p => p.All.Count > 0).Select(p => p.ToString()));
}
