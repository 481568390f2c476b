using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>How this bot is registered; from the section <c>Channels:BotFramework</c>.</summary>
internal sealed record BotFrameworkOptions
{
    public const string Section = "Channels:BotFramework";

    /// <summary>The bot's id. Shape: UUID. Without it only this machine is spoken with, as the emulator needs.</summary>
    public string? AppId { get; init; }

    public string? AppPassword { get; init; }

    /// <summary>The tenant of a single-tenant bot. Shape: UUID. Without it the bot counts as an old multi-tenant one.</summary>
    public string? TenantId { get; init; }

    /// <summary>Where the keys of the channels are published. Default: the public cloud.</summary>
    public Uri Metadata { get; init; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Who signs for the channels. Default: the public cloud.</summary>
    public string Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>Who hands out the tokens we show. Default: the public cloud.</summary>
    public Uri Authority { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>The hosts, with all that end in them, to which our token may be shown.</summary>
    /// <remarks>Source: the list of the Agents SDK. A service address in a request is a stranger's until it is proved.</remarks>
    public IReadOnlyList<string> TrustedHosts { get; init; } =
        ["botframework.com", "smba.trafficmanager.net", "teams.microsoft.com", "teams.microsoft.us"];

    public bool IsRegistered => !string.IsNullOrEmpty(AppId);
}

/// <summary>Stops the start on a half or misspelt registration.</summary>
internal sealed class BotFrameworkOptionsCheck : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) =>
        Complaint(options) is { } complaint ? ValidateOptionsResult.Fail(complaint) : ValidateOptionsResult.Success;

    private static string? Complaint(BotFrameworkOptions options) => options switch
    {
        { IsRegistered: false, AppPassword.Length: > 0 } or { IsRegistered: false, TenantId.Length: > 0 } =>
            "Channels:BotFramework:AppId is missing. Hint: give the bot's application id too, or leave all three out.",
        { IsRegistered: false } => null,
        _ when !Guid.TryParse(options.AppId, out _) =>
            "Channels:BotFramework:AppId is not a UUID. Hint: copy the Microsoft App ID from the Azure Bot's configuration page.",
        { AppPassword: null or "" } =>
            "Channels:BotFramework:AppPassword is missing. Hint: make a client secret for the app id and give its value.",
        { TenantId.Length: > 0 } when !Guid.TryParse(options.TenantId, out _) =>
            "Channels:BotFramework:TenantId is not a UUID. Hint: copy the App Tenant ID from the Azure Bot's configuration page.",
        _ => null,
    };
}
