using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.Scheduling.Delivery;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>What the Graph interface said, and its error code where it refused.</summary>
internal sealed record GraphAnswer(DeliveryOutcome Outcome, int? Code = null);

/// <summary>Posts messages to the Graph interface, which has no key against doing it twice.</summary>
internal sealed partial class GraphClient(IHttpClientFactory clients, IOptions<WhatsAppOptions> options, ILogger<GraphClient> log)
{
    // Before one of these nothing was sent; after any other broken line nobody knows.
    private static readonly HttpRequestError[] BeforeSending =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError,
        HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError,
    ];

    /// <exception cref="OperationCanceledException">It took too long: nobody knows whether the message went.</exception>
    public async Task<GraphAnswer> PostAsync(JsonObject payload, string text, CancellationToken cancellationToken)
    {
        if (options.Value.Messages is not { } address)
        {
            return new GraphAnswer(new DeliveryOutcome.Refused("WhatsApp's address is not one we may send to."));
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(payload)),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.AccessToken);
            using var client = clients.CreateClient(WhatsAppSetup.Graph);
            using var answer = await client.SendAsync(request, cancellationToken);
            return await ReadAsync(answer, text, cancellationToken);
        }
        catch (HttpRequestException fault) when (BeforeSending.Contains(fault.HttpRequestError))
        {
            return new GraphAnswer(new DeliveryOutcome.Failed($"WhatsApp could not be reached ({fault.HttpRequestError})."));
        }
        catch (HttpRequestException fault)
        {
            return new GraphAnswer(new DeliveryOutcome.Unknown($"The line to WhatsApp broke ({fault.HttpRequestError})."));
        }
    }

    private async Task<GraphAnswer> ReadAsync(HttpResponseMessage answer, string text, CancellationToken cancellationToken)
    {
        var body = Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        if (answer.IsSuccessStatusCode)
        {
            return new GraphAnswer(new DeliveryOutcome.Accepted(
                body?.Parts("messages").Select(message => message.Text("id")).FirstOrDefault(), text));
        }

        var code = body?.Part("error")?.Part("code") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var found)
            ? found : (int?)null;
        LogRefused((int)answer.StatusCode, code);
        return new GraphAnswer(GraphVerdict.Of(answer.StatusCode, code, answer.Headers.RetryAfter?.Delta), code);
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Something between us and Meta answered; the status still says what became of it.
            return null;
        }
    }

    [LoggerMessage(EventId = 331, Level = LogLevel.Warning, Message = "WhatsApp refused a message with {Status} and code {Code}")]
    private partial void LogRefused(int status, int? code);
}
