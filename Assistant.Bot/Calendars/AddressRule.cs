using System.Net;
using System.Net.Sockets;

namespace Assistant.Bot.Calendars;

/// <summary>Which addresses anybody may have us fetch from: those of the public internet. Pure.</summary>
/// <remarks>
/// Refused are this machine, the house, the provider's net and whatever carries an IPv4 address inside an IPv6 one
/// (mapped, 6to4, Teredo, NAT64), since what it leads to is not what it says.
/// Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), RFC 4291 §2.4 (2000::/3 is what is global).
/// </remarks>
internal static class AddressRule
{
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Refused =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>Whether this address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address) =>
        (address.AddressFamily is AddressFamily.InterNetwork
            || (address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } && Global.Contains(address)))
        && !Refused.Any(network => network.Contains(address));
}
