using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>Whether Meta wrote something: what only its app secret, or our verify token, can show.</summary>
/// <remarks>Both are compared in constant time. Source: Meta, Webhooks, "Validating payloads".</remarks>
internal static class WebhookSignature
{
    public const string Header = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>Whether the header is the signature over exactly these bytes. Without a secret nothing is.</summary>
    public static bool IsOf(StringValues header, ReadOnlySpan<byte> body, string? appSecret)
    {
        if (string.IsNullOrEmpty(appSecret) || header is not [{ } value] || !value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> shown = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hex = value.AsSpan(Prefix.Length);
        return hex.Length == 2 * shown.Length
            && Convert.FromHexString(hex, shown, out _, out var written) is System.Buffers.OperationStatus.Done
            && written == shown.Length
            && CryptographicOperations.FixedTimeEquals(shown, HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));
    }

    /// <summary>Whether this is our verify token. Hashed first, so that not even its length shows.</summary>
    public static bool IsToken(string? shown, string? verifyToken) => !string.IsNullOrEmpty(shown) && !string.IsNullOrEmpty(verifyToken)
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(verifyToken)));
}
