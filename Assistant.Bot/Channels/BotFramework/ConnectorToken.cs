using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>The token by which the connector knows us, kept until shortly before it ends.</summary>
/// <remarks>Source: Bot Connector authentication, "Authenticate requests from your bot"; OAuth 2 client credentials.</remarks>
internal sealed class ConnectorToken(
    IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>How long before its end a token is replaced. Default 5 min, as the SDK does.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    /// <summary>The tenant of bots that belong to none.</summary>
    private const string SharedTenant = "botframework.com";

    private readonly SemaphoreSlim oneAsks = new(1, 1);
    private string? token;
    private long takenAt;
    private TimeSpan lasts;

    public void Dispose() => oneAsks.Dispose();

    /// <summary>Forgets the token: the connector did not take it.</summary>
    public void Forget() => token = null;

    /// <returns>A token that holds for minutes yet.</returns>
    /// <exception cref="HttpRequestException">The authority gave none.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await oneAsks.WaitAsync(cancellationToken);
        try
        {
            if (token is { } known && clock.GetElapsedTime(takenAt) < lasts - Early)
            {
                return known;
            }

            var (fresh, seconds) = await AskAsync(cancellationToken);
            (token, takenAt, lasts) = (fresh, clock.GetTimestamp(), TimeSpan.FromSeconds(seconds));
            return fresh;
        }
        finally
        {
            oneAsks.Release();
        }
    }

    private async Task<(string Token, int Seconds)> AskAsync(CancellationToken cancellationToken)
    {
        var known = options.Value;
        var tenant = known.TenantId is { Length: > 0 } own ? own : SharedTenant;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = known.AppId ?? "",
            ["client_secret"] = known.AppPassword ?? "",
            ["scope"] = $"{known.Issuer}/.default",
        });
        using var client = clients.CreateClient(BotFrameworkSetup.Outside);
        using var answer = await client.PostAsync(new Uri(known.Authority, $"{tenant}/oauth2/v2.0/token"), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        using var json = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return json.RootElement.TryGetProperty("access_token", out var text) && text.GetString() is { Length: > 0 } fresh
            && json.RootElement.TryGetProperty("expires_in", out var lasting) && lasting.TryGetInt32(out var seconds)
            ? (fresh, seconds)
            : throw new HttpRequestException("The authority answered without a token.");
    }
}
