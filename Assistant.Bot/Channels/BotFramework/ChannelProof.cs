using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What a caller proved to be.</summary>
/// <param name="ServiceUrl">The service address it speaks for; null for this machine, which may name any of its own.</param>
/// <param name="Channels">The channels its key vouches for; null where the key does not say.</param>
internal sealed record ProvenCaller(string? ServiceUrl, IReadOnlyCollection<string>? Channels);

/// <summary>Proves who posts an activity: a channel by its signature, or, without a registration, this machine.</summary>
/// <remarks>Source: Bot Connector authentication, "Authenticate requests from the Bot Connector service to your bot".</remarks>
internal sealed class ChannelProof(IOptions<BotFrameworkOptions> options, ChannelKeys keys, TimeProvider clock)
{
    /// <summary>How far two clocks may differ. Source: as above, 5 min.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string Scheme = "Bearer ";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Whether a caller must show a token; without a registration it must be this machine.</summary>
    public bool NeedsToken => options.Value.IsRegistered;

    /// <returns>Who called; null when that is not proved.</returns>
    /// <exception cref="HttpRequestException">The channels' keys cannot be had now.</exception>
    public async Task<ProvenCaller?> OfAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!options.Value.IsRegistered)
        {
            return LoopbackCaller.Is(context) ? new ProvenCaller(null, null) : null;
        }

        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await OfTokenAsync(header[Scheme.Length..].Trim(), cancellationToken)
            : null;
    }

    /// <summary>Whether this caller may say this: the address and the channel in the body must be its own.</summary>
    public bool MaySay(ProvenCaller caller, InboundActivity activity) => options.Value.IsRegistered
        ? caller.ServiceUrl is not null
            && activity.ServiceUrl is { } claimed
            && Uri.TryCreate(caller.ServiceUrl, UriKind.Absolute, out var proven)
            && claimed == proven
            && (caller.Channels is null || caller.Channels.Contains(activity.ChannelId))
        : activity.ServiceUrl is null || ServiceUrls.MaySendTo(activity.ServiceUrl, options.Value);

    private async Task<ProvenCaller?> OfTokenAsync(string token, CancellationToken cancellationToken)
    {
        if (!handler.CanReadToken(token) || Read(token) is not { Kid: { Length: > 0 } kid }
            || await keys.FindAsync(kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var outcome = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.AppId,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsInTime(from, until, clock.GetUtcNow()),
        });
        return outcome.IsValid
            ? new ProvenCaller(outcome.Claims.TryGetValue("serviceurl", out var address) ? address as string : null, Endorsements(key))
            : null;
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsInTime(DateTime? from, DateTime? until, DateTimeOffset now) =>
        until is { } end && now.UtcDateTime < end + Skew && (from is not { } start || now.UtcDateTime > start - Skew);

    private static IReadOnlyCollection<string>? Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value)
            ? JsonSerializer.SerializeToElement(value) is { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Select(item => item.ToString())]
                : []
            : null;
}
