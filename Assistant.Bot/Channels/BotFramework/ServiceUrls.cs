using System.Net;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>To which service addresses anything may be sent: they come from requests, so they are a stranger's claim.</summary>
internal static class ServiceUrls
{
    /// <summary>Without a registration this machine only; with one the trusted hosts only, encrypted, as our token goes along.</summary>
    public static bool MaySendTo(Uri address, BotFrameworkOptions options) => address.UserInfo.Length == 0
        && (options.IsRegistered
            ? address.Scheme == Uri.UriSchemeHttps && options.TrustedHosts.Any(trusted => IsWithin(address.IdnHost, trusted))
            : IsLoopback(address));

    public static bool IsLoopback(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsWithin(string host, string trusted) =>
        host.Equals(trusted, StringComparison.OrdinalIgnoreCase)
        || host.EndsWith("." + trusted, StringComparison.OrdinalIgnoreCase);
}
