using System.Net;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>How this bot is registered with Meta; from the section <c>Channels:WhatsApp</c>. All of the first four, or none.</summary>
internal sealed record WhatsAppOptions
{
    public const string Section = "Channels:WhatsApp";

    /// <summary>Meta's id of our number, which is not the number itself. Shape: digits.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>Signs what Meta posts here.</summary>
    public string? AppSecret { get; init; }

    /// <summary>Proves us when we send: the token of a system user.</summary>
    public string? AccessToken { get; init; }

    /// <summary>What Meta shows once, when the webhook is registered; any words that nobody guesses.</summary>
    public string? VerifyToken { get; init; }

    /// <summary>Where messages are sent, with the version of the interface. Default: Meta's own host.</summary>
    public string GraphUrl { get; init; } = "https://graph.facebook.com/v23.0/";

    public WhatsAppTemplates Templates { get; init; } = new();

    public bool IsConfigured => !string.IsNullOrEmpty(PhoneNumberId);

    /// <summary>The address that takes our messages; null while <see cref="GraphUrl"/> is none that may see our token.</summary>
    public Uri? Messages => MaySee(GraphUrl) is { } graph ? new Uri($"{graph.AbsoluteUri.TrimEnd('/')}/{PhoneNumberId}/messages") : null;

    // Our token opens the whole account, so it is shown to Meta alone, or to a stand-in on this machine.
    private static Uri? MaySee(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var graph)
        && graph is { UserInfo: "", Query: "", Fragment: "" }
        && (graph is { Scheme: "https", IdnHost: "graph.facebook.com", IsDefaultPort: true } || IsThisMachine(graph))
            ? graph
            : null;

    private static bool IsThisMachine(Uri address) => address.Scheme is "http" or "https"
        && (address.Host is "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}

/// <summary>Stops the start on a half or misspelt registration.</summary>
internal sealed class WhatsAppOptionsCheck : IValidateOptions<WhatsAppOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options) =>
        Complaint(options) is { } complaint
            ? ValidateOptionsResult.Fail($"{WhatsAppOptions.Section}:{complaint}")
            : ValidateOptionsResult.Success;

    private static string? Complaint(WhatsAppOptions options)
    {
        (string Key, string? Value, string Hint)[] all =
        [
            (nameof(options.PhoneNumberId), options.PhoneNumberId, "copy the phone number id from the app's API setup page"),
            (nameof(options.AppSecret), options.AppSecret, "copy the app secret from the app's basic settings"),
            (nameof(options.AccessToken), options.AccessToken, "make a token for a system user that may send messages"),
            (nameof(options.VerifyToken), options.VerifyToken, "think of a long word, and give Meta the same one"),
        ];
        if (options.Messages is null)
        {
            return "GraphUrl may see our token only at https://graph.facebook.com or on this machine. Hint: leave it out.";
        }

        if (all.All(one => string.IsNullOrEmpty(one.Value)))
        {
            return null;
        }

        if (all.FirstOrDefault(one => string.IsNullOrWhiteSpace(one.Value)) is { Key: { } missing } gap)
        {
            return $"{missing} is missing. Hint: {gap.Hint}, or leave all four out.";
        }

        return options switch
        {
            _ when !(options.PhoneNumberId ?? "").All(char.IsAsciiDigit) =>
                "PhoneNumberId is not a row of digits. Hint: it is Meta's id of the number, not the number with its plus sign.",
            _ when (options.AccessToken ?? "").Any(c => c is <= ' ' or > '~') =>
                "AccessToken holds a character that no token has. Hint: copy it again, without spaces or line ends.",
            _ => null,
        };
    }
}
