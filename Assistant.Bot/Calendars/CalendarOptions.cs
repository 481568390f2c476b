using System.Net;

namespace Assistant.Bot.Calendars;

/// <summary>Where calendars may be fetched from besides the public internet.</summary>
/// <param name="Allowed">Addresses in the house that the administrator trusts; by any port, and without TLS.</param>
internal sealed record CalendarOptions(IReadOnlyList<IPNetwork> Allowed)
{
    /// <summary>Shape: addresses or networks with commas between: <c>192.168.1.10, fd00:1::/64</c>.</summary>
    public const string Key = "Calendars:AllowedAddresses";

    private const int HttpsPort = 443;
    private const int HttpPort = 80;

    /// <summary>The options; null where one of them is no address.</summary>
    public static CalendarOptions? TryParse(string? given)
    {
        var networks = (given ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Network).ToList();
        return networks.Contains(null) ? null : new CalendarOptions([.. networks.OfType<IPNetwork>()]);
    }

    /// <summary>Whether it is worth looking up where this leads.</summary>
    public bool MayLookUp(Uri url) => Allowed.Count > 0 || IsUsual(url);

    /// <summary>Whether a calendar may be asked for at this address, by the scheme and port of its URL.</summary>
    public bool MayConnect(Uri url, IPAddress address) =>
        Allowed.Any(network => network.Contains(address)) || (IsUsual(url) && AddressRule.IsPublic(address));

    private static bool IsUsual(Uri url) => url.Scheme == Uri.UriSchemeHttps && url.Port is HttpsPort or HttpPort;

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : null;
}
