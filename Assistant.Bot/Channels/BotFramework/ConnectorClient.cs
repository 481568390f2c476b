using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Assistant.Scheduling.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Posts activities to a channel's connector.</summary>
internal sealed partial class ConnectorClient(
    IHttpClientFactory clients,
    IOptions<BotFrameworkOptions> options,
    ConnectorToken token,
    TimeProvider clock,
    ILogger<ConnectorClient> log)
{
    /// <summary>The address for an activity: a reply under what it answers, or a new message in the conversation.</summary>
    public static Uri AddressOf(Uri serviceUrl, OutboundActivity activity)
    {
        var conversation = $"{serviceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities";
        return new Uri(activity.ReplyToId is { } replied ? $"{conversation}/{Uri.EscapeDataString(replied)}" : conversation);
    }

    /// <summary>Posts it. A message that nobody confirmed is tried again: twice said is better than not at all.</summary>
    public async Task<DeliveryOutcome> PostAsync(Uri serviceUrl, OutboundActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(serviceUrl, activity))
            {
                Content = Body(activity),
            };
            if (options.Value.IsRegistered)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.GetAsync(cancellationToken));
            }

            var name = ServiceUrls.IsLoopback(serviceUrl) ? BotFrameworkSetup.ThisMachine : BotFrameworkSetup.Outside;
            using var client = clients.CreateClient(name);
            using var answer = await client.SendAsync(request, cancellationToken);
            return await OutcomeAsync(answer, activity, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            return new DeliveryOutcome.Failed($"The channel could not be reached ({fault.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryOutcome.Failed($"The channel gave no answer within {Dispatcher.SendTimeout.TotalSeconds} s.");
        }
    }

    private async Task<DeliveryOutcome> OutcomeAsync(
        HttpResponseMessage answer, OutboundActivity activity, CancellationToken cancellationToken)
    {
        if (ConnectorVerdict.Of(answer.StatusCode, answer.Headers.RetryAfter, clock.GetUtcNow()) is not { } fault)
        {
            return new DeliveryOutcome.Accepted(IdIn(await answer.Content.ReadAsByteArrayAsync(cancellationToken)), activity.Text);
        }

        if (answer.StatusCode is HttpStatusCode.Unauthorized)
        {
            token.Forget();
        }

        var operation = answer.Headers.TryGetValues("X-Correlating-OperationId", out var ids) ? ids.First() : "none";
        LogNotTaken((int)answer.StatusCode, activity.ChannelId, operation);
        return fault;
    }

    private static string? IdIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind is JsonValueKind.Object
                && json.RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            // Some connectors answer with an empty body; the message was taken all the same.
            return null;
        }
    }

    [LoggerMessage(EventId = 320, Level = LogLevel.Warning, Message = "A connector answered {Status} on {Channel}; its operation is {Operation}")]
    private partial void LogNotTaken(int status, string channel, string operation);

    // With its length up front: small servers that people test with do not read a chunked body.
    private static ByteArrayContent Body(OutboundActivity activity) =>
        new(JsonSerializer.SerializeToUtf8Bytes(activity, MessagesEndpoint.Wire))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };
}
