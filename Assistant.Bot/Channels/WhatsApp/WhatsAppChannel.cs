using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Reaches people on WhatsApp: freely for 24 hours after they spoke, and by a template after that.</summary>
internal sealed class WhatsAppChannel(GraphClient graph, IOptions<WhatsAppOptions> options, TimeProvider clock) : IChannel
{
    /// <summary>How long after somebody spoke anything may be said. Source: WhatsApp, customer service window.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>How long we wait for Meta. A second less than the dispatcher waits for us, so that we can still say "unknown".</summary>
    public static readonly TimeSpan Patience = Dispatcher.SendTimeout - TimeSpan.FromSeconds(1);

    public bool Serves(string channelId) => channelId is WhatsAppAddress.Channel && options.Value.IsConfigured;

    public bool TellsArrival => true;

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            if (to.LastHeardAt is { } heard && clock.GetUtcNow() < heard + Window)
            {
                var answer = await graph.PostAsync(OutboundPayload.FreeForm(to, message), message.Text, either.Token);
                if (answer.Code is not GraphVerdict.WindowClosed)
                {
                    return answer.Outcome;
                }
            }

            var template = OutboundPayload.Template(to, message, options.Value.Templates);
            return (await graph.PostAsync(template, message.Text, either.Token)).Outcome;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It may have gone. Sending it again could say it twice; the news about it tells, by our own id.
            return new DeliveryOutcome.Unknown($"WhatsApp gave no answer within {Patience.TotalSeconds} s.");
        }
    }
}
