using System.Net;
using System.Net.Sockets;

namespace Assistant.Bot.Calendars;

/// <summary>Somebody gave an address that leads where we do not go.</summary>
internal sealed class NotPermittedException(string host) : IOException($"The address of {host.Length} characters does not lead to the public internet.");

/// <summary>Connects to the very address that was checked, so that a name cannot mean one thing when it is looked at and another when it is used.</summary>
/// <remarks>Where any of a name's addresses is refused, all are: a name that means the house as well is not to be trusted.</remarks>
internal static class GuardedConnection
{
    /// <summary>How long one connection may take. Default 10 s. (choice)</summary>
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(10);

    /// <summary>Most answers of one look-up that are tried. Default 4: a server that is up answers on the first. (choice)</summary>
    private const int MostTried = 4;

    /// <summary>What carries requests for calendars: no proxy, no cookies, no redirect by itself, nothing unpacked.</summary>
    public static SocketsHttpHandler Handler(CalendarOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectPatience,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = (context, cancellationToken) => ConnectAsync(options, context, cancellationToken),
    };

    private static async ValueTask<Stream> ConnectAsync(
        CalendarOptions options, SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        if (context.InitialRequestMessage.RequestUri is not { } url || !options.MayLookUp(url))
        {
            throw new NotPermittedException(host);
        }

        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);
        if (addresses.Length == 0 || !addresses.All(address => options.MayConnect(url, address)))
        {
            throw new NotPermittedException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses.Take(MostTried)], context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
