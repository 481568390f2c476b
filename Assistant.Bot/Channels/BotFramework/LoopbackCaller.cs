using System.Net;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Whether a request was made on this very machine: the only proof of sender there is without a registration.</summary>
/// <remarks>
/// An address alone is not enough. A proxy here has a loopback address too, so nothing may have forwarded the request;
/// and a page of another site may let a browser post here, so an Origin must be local as well.
/// </remarks>
internal static class LoopbackCaller
{
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLocal($"http://{context.Request.Host.Value}")
        && !ForwardingHeaders.Any(context.Request.Headers.ContainsKey)
        && context.Request.Headers.Origin.All(origin => origin is not null && IsLocal(origin));

    private static bool IsLocal(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && ServiceUrls.IsLoopback(uri);
}
