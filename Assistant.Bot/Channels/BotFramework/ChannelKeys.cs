using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>The keys with which the channels sign, as they are published.</summary>
internal sealed class ChannelKeys(
    IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>How long the keys are believed. Source: Bot Connector authentication; the SDK keeps them 24 h.</summary>
    public static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    /// <summary>How soon a key nobody knows is asked for again. Default 1 h: strangers shall not make us knock.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim oneAsks = new(1, 1);
    private IReadOnlyList<JsonWebKey> keys = [];
    private long? askedAt;

    public void Dispose() => oneAsks.Dispose();

    /// <summary>The key of that name; null when the channels publish none.</summary>
    /// <exception cref="HttpRequestException">The keys cannot be had now.</exception>
    public async Task<JsonWebKey?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await oneAsks.WaitAsync(cancellationToken);
        try
        {
            var known = keys.FirstOrDefault(key => key.Kid == name);
            var age = askedAt is { } at ? clock.GetElapsedTime(at) : TimeSpan.MaxValue;
            if (known is null ? age >= AskAgainAfter : age >= Keep)
            {
                await AskAsync(cancellationToken);
            }

            return keys.FirstOrDefault(key => key.Kid == name);
        }
        finally
        {
            oneAsks.Release();
        }
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(BotFrameworkSetup.Outside);
        var metadata = OpenIdConnectConfiguration.Create(await client.GetStringAsync(options.Value.Metadata, cancellationToken));
        var set = JsonWebKeySet.Create(await client.GetStringAsync(metadata.JwksUri, cancellationToken));
        keys = [.. set.Keys.Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.N is not null && key.E is not null)];
        askedAt = clock.GetTimestamp();
    }
}
