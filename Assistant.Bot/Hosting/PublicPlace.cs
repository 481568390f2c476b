using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Hosting;

/// <summary>Reads by which address people outside reach this program.</summary>
internal static class PublicPlace
{
    /// <exception cref="StartupFault">It is no address that a link in a mail may have.</exception>
    public static PublicAddress Of(IConfiguration configuration) => configuration[PublicAddress.Key] switch
    {
        null or "" => new PublicAddress(null),
        var given when Uri.TryCreate(given, UriKind.Absolute, out var url)
            && url is { UserInfo: "", Query: "", Fragment: "" } && (url.Scheme is "https" || (url.Scheme is "http" && url.IsLoopback)) =>
            new PublicAddress(new Uri(url.AbsoluteUri.TrimEnd('/') + "/")),
        var given => throw new StartupFault($"PublicUrl '{given}' is no https address.", "Write https://your-name/, or leave it out."),
    };
}
