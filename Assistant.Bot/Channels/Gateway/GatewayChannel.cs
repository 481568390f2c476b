using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>Reaches people by text message or by a call that speaks, through an adapter that talks to a provider.</summary>
internal sealed partial class GatewayChannel(IHttpClientFactory clients, IOptions<GatewayOptions> options, TimeProvider clock) : IChannel
{
    /// <summary>How long we wait for the adapter. A second less than the dispatcher waits for us, so that we can still say "unknown".</summary>
    public static readonly TimeSpan Patience = Dispatcher.SendTimeout - TimeSpan.FromSeconds(1);

    private static readonly HttpRequestError[] BeforeSending =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError,
        HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError,
    ];

    public bool Serves(string channelId) => channelId is MeansOrder.TextChannel or MeansOrder.CallChannel && options.Value.IsConfigured;

    public bool TellsArrival => true;

    public async Task<DeliveryOutcome> SendAsync(ContactPoint to, RenderedMessage message, CancellationToken cancellationToken)
    {
        if (options.Value is not { Address: { } address, Secret: { } secret } || !Number().IsMatch(to.Address))
        {
            return new DeliveryOutcome.Refused("This is no number in the international form.");
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(address, GatewayMessage.Of(to, message).ToJson(), secret);
            using var client = clients.CreateClient(GatewaySetup.Client);
            using var answer = await client.SendAsync(request, either.Token);
            return answer.IsSuccessStatusCode
                ? new DeliveryOutcome.Accepted(IdIn(await answer.Content.ReadAsByteArrayAsync(either.Token)), message.Text)
                : Verdict(answer);
        }
        catch (HttpRequestException fault) when (BeforeSending.Contains(fault.HttpRequestError))
        {
            return new DeliveryOutcome.Failed($"The gateway could not be reached ({fault.HttpRequestError}).");
        }
        catch (HttpRequestException fault)
        {
            return new DeliveryOutcome.Unknown($"The line to the gateway broke ({fault.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Unknown($"The gateway gave no answer within {Patience.TotalSeconds} s.");
        }
    }

    private HttpRequestMessage Request(Uri address, byte[] body, string secret)
    {
        var at = clock.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(GatewaySignature.TimeHeader, at.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(GatewaySignature.Header, GatewaySignature.Of(body, at, secret));
        return request;
    }

    // What the adapter refuses by 422 is about this number; everything else is about us or will pass.
    private static DeliveryOutcome Verdict(HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.UnprocessableEntity
        ? new DeliveryOutcome.Refused("The gateway answered 422: not this number.")
        : new DeliveryOutcome.Failed($"The gateway answered {(int)answer.StatusCode}.", answer.Headers.RetryAfter?.Delta);

    private static string? IdIn(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } shape
                && shape.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            // It took the message; its own id is a convenience.
            return null;
        }
    }

    /// <remarks>Source: ITU-T E.164 §6: at most 15 digits.</remarks>
    [GeneratedRegex(@"^\+[1-9]\d{6,14}$")]
    private static partial Regex Number();
}
