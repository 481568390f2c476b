using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>Whether the adapter wrote something, and wrote it now. The same signature goes either way.</summary>
/// <remarks>
/// Shape: <c>X-Assistant-Timestamp</c> holds Unix seconds; <c>X-Assistant-Signature</c> is <c>sha256=</c> and the hex of
/// HMAC-SHA-256 over the timestamp, a point, and the raw body. Compared in constant time.
/// </remarks>
internal static class GatewaySignature
{
    public const string Header = "X-Assistant-Signature";
    public const string TimeHeader = "X-Assistant-Timestamp";

    /// <summary>How old a signed request may be, so that one that was overheard is of no use. Default 5 min. (choice)</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>The signature over exactly these bytes, at this moment.</summary>
    public static string Of(ReadOnlySpan<byte> body, long at, string secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at}.")), .. body];
        return $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    /// <summary>Whether the headers prove these bytes, now. Without a secret nothing is proof.</summary>
    public static bool IsOf((StringValues Signature, StringValues At) shown, ReadOnlySpan<byte> body, string? secret, DateTimeOffset now) =>
        !string.IsNullOrEmpty(secret)
        && shown.At is [{ } written] && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && Math.Abs(now.ToUnixTimeSeconds() - at) <= Fresh.TotalSeconds
        && shown.Signature is [{ } signature]
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Of(body, at, secret)));
}
