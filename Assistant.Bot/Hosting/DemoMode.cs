namespace Assistant.Bot.Hosting;

/// <summary>Whether the program shows itself with a made-up neighbourhood instead of keeping real people's days.</summary>
internal static class DemoMode
{
    // Whoever configured one of these has real people to look after.
    private static readonly string[] RealThings =
    [
        "ConnectionStrings:Assistant", "Mail:Smtp:Host", "Channels:BotFramework:AppId", "Channels:WhatsApp:PhoneNumberId",
        "Channels:Gateway:Url", "Channels:Alexa:ApplicationId", "Channels:HomeAssistant:Url",
    ];

    /// <summary>What <c>Demo</c> says, or else: on until anything real is configured.</summary>
    /// <exception cref="StartupFault">The value is neither true nor false.</exception>
    public static bool IsOn(IConfiguration configuration)
    {
        if (configuration["Demo"] is not { Length: > 0 } said)
        {
            return RealThings.All(key => string.IsNullOrEmpty(configuration[key]));
        }

        return bool.TryParse(said, out var on) ? on : throw new StartupFault($"Demo is '{said}'.", "Use true or false, or leave it out.");
    }
}
