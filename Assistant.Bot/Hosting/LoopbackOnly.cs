using System.Net;

namespace Assistant.Bot.Hosting;

/// <summary>Until there is sign-in, the pages answer only somebody who sits at this computer.</summary>
/// <remarks>
/// A loopback address alone is not enough: a proxy on this machine has one too, and so has a page of another site
/// that points its name at 127.0.0.1 (DNS rebinding). So the Host must be local and nothing may have forwarded it.
/// </remarks>
internal static class LoopbackOnly
{
    /// <summary>What others may reach: the channels prove their sender themselves, and a link that nobody guesses its reader.</summary>
    private static readonly string[] OpenPaths = ["/api/messages", "/channels", "/answer", "/calendar", "/healthz", "/readyz"];

    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public static IApplicationBuilder UseLoopbackOnly(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path;
        if (OpenPaths.Any(open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)) || IsLocal(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync(
            "This page answers only the computer it runs on, because there is no sign-in yet. Open http://localhost:5080 there.");
    });

    /// <summary>Whether a request came from this very machine, by a local name, through nobody.</summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && IsLocalName(context.Request.Host.Host)
        && !ForwardingHeaders.Any(context.Request.Headers.ContainsKey);

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
