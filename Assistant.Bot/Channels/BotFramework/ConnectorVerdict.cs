using System.Net;
using System.Net.Http.Headers;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What a connector's answer means for a message: arrived, later, or never.</summary>
/// <remarks>Source: Teams, "Status code responses" of conversation messages.</remarks>
internal static class ConnectorVerdict
{
    private static readonly HttpStatusCode[] WorthRetrying =
    [
        HttpStatusCode.PreconditionFailed, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway,
        HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    /// <param name="status">What the connector answered.</param>
    /// <param name="retryAfter">When it wants to hear from us again; null where it does not say.</param>
    /// <param name="now">The moment of the answer.</param>
    /// <returns>The outcome of a message that did not arrive; null when it did.</returns>
    public static DeliveryOutcome? Of(HttpStatusCode status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => null,
        _ when WorthRetrying.Contains(status) => new DeliveryOutcome.Failed($"The channel answered {(int)status}.", Wait(retryAfter, now)),
        _ => new DeliveryOutcome.Refused($"The channel refused it with {(int)status}."),
    };

    private static TimeSpan? Wait(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => retryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
