namespace Assistant.Bot.Commands;

/// <summary>
/// The configuration keys that may stand on the command line as <c>--Key=value</c> or <c>--Key value</c>. A key nobody
/// reads is a typing error that would otherwise pass in silence.
/// </summary>
internal static class ConfigurationKeys
{
    private static readonly string[] Known =
    [
        "Urls", "Demo", "ConnectionStrings:Assistant", "Data:Path", "Secrets:KeyFile", "Secrets:Keys", "Watchman:HeartbeatUrl", "Proxy:TrustedAddresses", "Calendars:AllowedAddresses",
        "Channels:BotFramework:AppId", "Channels:BotFramework:AppPassword", "Channels:BotFramework:TenantId",
        "Channels:WhatsApp:PhoneNumberId", "Channels:WhatsApp:AppSecret", "Channels:WhatsApp:AccessToken",
        "Channels:WhatsApp:VerifyToken", "Channels:WhatsApp:GraphUrl", "Channels:Alexa:ApplicationId",
        "Channels:HomeAssistant:Url", "Channels:HomeAssistant:Token", "Channels:Gateway:Url", "Channels:Gateway:Secret", "PublicUrl",
        "Speech:Azure:Region", "Speech:Azure:Key", "Speech:Azure:Endpoint",
        "Speech:Wyoming:SpeechToText", "Speech:Wyoming:TextToSpeech", "Speech:WyomingHandle:Port",
        "Companion:Model:Endpoint", "Companion:Model:Key", "Companion:Model:Name",
        "Mail:Smtp:Host", "Mail:Smtp:Port", "Mail:Smtp:User", "Mail:Smtp:Password", "Mail:Smtp:From",
        // What the framework itself reads; a host under test is started with the first three.
        "environment", "contentRoot", "applicationName", "AllowedHosts",
    ];

    private static readonly string[] KnownSections = ["Logging:", "Kestrel:", "Proxy:TrustedAddresses:", "Channels:WhatsApp:Templates:"];

    /// <returns>The first thing wrong with these arguments, in a sentence with a hint; nothing when all is well.</returns>
    public static string? Complaint(IReadOnlyList<string> arguments, IEnumerable<string> verbs)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                return $"There is no verb '{arguments[i]}'. Hint: the verbs are {string.Join(", ", verbs)}; "
                    + "without a verb the Assistant serves.";
            }

            var parts = arguments[i][2..].Split('=', 2);
            // A host under test is given its configuration as arguments, each section as a key without a value.
            if (!IsKnown(parts[0]) && !(parts is [var section, ""] && IsSection(section)))
            {
                return $"There is no setting '{parts[0]}'. Hint: {Nearest(parts[0])}";
            }

            if (parts.Length == 1 && ++i >= arguments.Count)
            {
                return $"The setting '{parts[0]}' has no value. Hint: write --{parts[0]}=value.";
            }
        }

        return null;
    }

    private static bool IsKnown(string key) =>
        Known.Contains(key, StringComparer.OrdinalIgnoreCase)
        || KnownSections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    private static bool IsSection(string key) => Known.Concat(KnownSections).Any(known => known.StartsWith($"{key}:", StringComparison.OrdinalIgnoreCase));

    private static string Nearest(string key)
    {
        var last = key[(key.LastIndexOf(':') + 1)..];
        var near = Known.FirstOrDefault(known => last.Length > 0
            && known.EndsWith(last, StringComparison.OrdinalIgnoreCase));
        return near is null ? "README.md lists the settings." : $"did you mean --{near}?";
    }
}
