using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assistant.Bot.Channels.BotFramework;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Assistant.Tests.Bot.Channels.BotFramework;

/// <summary>The cloud in which a registered bot lives: it publishes keys, hands out tokens and takes messages.</summary>
/// <remarks>It fails on any address it does not know.</remarks>
internal sealed class FakeCloud : HttpMessageHandler
{
    public const string AppId = "6f1c9a52-0d53-4a3e-9b6d-0f8f6f6f0001";
    public const string Tenant = "0b1e7e5a-3a52-4c88-9a33-0f8f6f6f0002";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    private readonly RSA rsa = RSA.Create(2048);

    public ConcurrentQueue<(string Address, string Body, string? Bearer)> Calls { get; } = [];

    public string KeyId { get; set; } = "key-1";

    /// <summary>What the key vouches for; null leaves the field out.</summary>
    public string[]? Endorsements { get; set; } = ["msteams"];

    public HttpStatusCode Connector { get; set; } = HttpStatusCode.Created;

    public static string[] Settings { get; } =
    [
        $"--Channels:BotFramework:AppId={AppId}", "--Channels:BotFramework:AppPassword=geheim", $"--Channels:BotFramework:TenantId={Tenant}",
    ];

    public void StandIn(IServiceCollection services) =>
        services.AddHttpClient(BotFrameworkSetup.Outside).ConfigurePrimaryHttpMessageHandler(() => new Lent(this));

    /// <summary>A token of a channel; whatever is given replaces what would be right.</summary>
    public string Token(DateTimeOffset now, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "https://api.botframework.com",
            Audience = AppId,
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = now.AddHours(1).UtcDateTime,
            Claims = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = Signing(rsa),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }

    public SigningCredentials Signing(RSA key) => new(new RsaSecurityKey(key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = $"{request.RequestUri}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue((address, body, request.Headers.Authorization?.Parameter));
        return address switch
        {
            "https://login.botframework.com/v1/.well-known/openidconfiguration" =>
                Json("""{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}"""),
            "https://login.botframework.com/v1/.well-known/keys" => Json(Keys()),
            $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token" => Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"sesam"}"""),
            _ when address.StartsWith(ServiceUrl, StringComparison.Ordinal) => new HttpResponseMessage(Connector) { Content = new StringContent("{}") },
            _ => throw new InvalidOperationException($"Nobody should ask for {address}."),
        };
    }

    protected override void Dispose(bool disposing)
    {
        rsa.Dispose();
        base.Dispose(disposing);
    }

    private string Keys()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var key = new Dictionary<string, object?>
        {
            ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (Endorsements is not null)
        {
            key["endorsements"] = Endorsements;
        }

        return JsonSerializer.Serialize(new { keys = new object[] { new { kty = "RSA", kid = "without-a-key" }, key } });
    }

    private static HttpResponseMessage Json(string json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    // The factory disposes its handlers; the cloud stays.
    private sealed class Lent(FakeCloud cloud) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            cloud.SendAsync(request, cancellationToken);
    }
}
