using System.Net;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>Where text messages and spoken calls are handed over; from the section <c>Channels:Gateway</c>. Both values, or none.</summary>
internal sealed record GatewayOptions
{
    public const string Section = "Channels:Gateway";

    /// <summary>The fewest letters a secret has. Default 32: the strength of what it signs (RFC 2104 §3).</summary>
    public const int FewestLetters = 32;

    /// <summary>Whom we post to: an adapter of your own, before any provider. Never taken from a message.</summary>
    public string? Url { get; init; }

    /// <summary>Signs what goes either way.</summary>
    public string? Secret { get; init; }

    public bool IsConfigured => Address is not null && !string.IsNullOrEmpty(Secret);

    /// <summary>The address; null where it is none to which names and numbers may go.</summary>
    public Uri? Address => Uri.TryCreate(Url, UriKind.Absolute, out var url) && url is { UserInfo: "", Fragment: "" }
        && (url.Scheme is "https" || (url.Scheme is "http" && IsThisMachine(url))) ? url : null;

    private static bool IsThisMachine(Uri url) =>
        url.Host is "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}

/// <summary>Stops the start on a half or unsafe gateway.</summary>
internal sealed class GatewayOptionsCheck : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options) => Complaint(options) is { } complaint
        ? ValidateOptionsResult.Fail($"{GatewayOptions.Section}:{complaint}")
        : ValidateOptionsResult.Success;

    private static string? Complaint(GatewayOptions options) => options switch
    {
        { Url: null or "", Secret: null or "" } => null,
        { Url: null or "" } => "Url is missing. Hint: give the address of your adapter, or leave both out.",
        { Address: null } => "Url may be https, or http on this machine only, without a name and password in it. Hint: put the adapter behind TLS.",
        { Secret.Length: >= GatewayOptions.FewestLetters } => null,
        _ => $"Secret has fewer than {GatewayOptions.FewestLetters} letters. Hint: openssl rand -base64 32.",
    };
}
