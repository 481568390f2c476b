using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>The keys by which secrets are kept: one that seals, older ones that still open, one for look-ups.</summary>
/// <remarks>
/// Shape of the text: a line for each key, <c>id base64</c>, 32 bytes; the first seals. The key called <c>hash</c> is
/// for look-ups and must never change. Lines that begin with <c>#</c> are remarks. Rotation: put a new line on top of
/// the text; what older keys sealed is sealed afresh by and by, after which the old line may go.
/// May be used by many threads at once.
/// </remarks>
public sealed class KeyRing
{
    /// <summary>The name of the key for look-ups.</summary>
    public const string HashKeyId = "hash";

    /// <summary>The length of every key. Unit: bytes. Source: AES-256 (FIPS 197).</summary>
    internal const int KeyBytes = 32;

    private readonly Func<string>? source;
    private volatile KeyRingText keys;

    private KeyRing(KeyRingText keys, Func<string>? source)
    {
        (this.keys, this.source) = (keys, source);
        Sameness = source is null ? keys.Print : this;
    }

    /// <summary>The id of the key that seals.</summary>
    public string ActiveId => keys.ActiveId;

    /// <summary>The ring that this text describes; it never changes.</summary>
    /// <exception cref="FormatException">It is not such a text; says which line and what to do, never what stands there.</exception>
    public static KeyRing Parse(string text) => new(KeyRingText.Parse(text), null);

    /// <summary>The ring that this source describes, which is read again when somebody asks, or names a key we do not know.</summary>
    /// <exception cref="FormatException">As for <see cref="Parse"/>.</exception>
    public static KeyRing From(Func<string> source) => new(KeyRingText.Parse(source()), source);

    /// <summary>The text of a ring of new keys.</summary>
    /// <param name="now">Names the key, so that rings sort by age; the letters behind it tell apart what two nodes made.</param>
    public static string NewText(DateTimeOffset now) =>
        $"""
        # The keys of this Assistant. Without this file nobody can read what it keeps: back it up, apart from the data.
        k{now:yyyyMMdd}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))} {NewKey()}
        {HashKeyId} {NewKey()}

        """;

    /// <summary>Equal for rings that hold the same keys and never change; a ring with a source equals only itself.</summary>
    internal object Sameness { get; }

    /// <summary>Takes up a new line on top of the source. Keys we know stay until the program ends, also when their line went.</summary>
    /// <exception cref="FormatException">The source is not a ring any more, or its key for look-ups is another; nothing changed.</exception>
    public void ReadAgain()
    {
        if (source is null)
        {
            return;
        }

        keys = KeyRingText.Parse(source()).Beside(keys);
    }

    /// <summary>By what a secret is looked up: the same for the same words, useless without the key.</summary>
    /// <remarks>Shape: 43 letters, base64url of HMAC-SHA-256 (RFC 2104).</remarks>
    public string Hash(string words) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(keys.HashKey, Encoding.UTF8.GetBytes(words)));

    /// <summary>The key that seals, with its id.</summary>
    internal (string Id, byte[] Key) Active => keys is var now ? (now.ActiveId, now.Keys[now.ActiveId]) : default;

    /// <summary>The key of this id; null where the ring has none, also after another look at its source.</summary>
    internal byte[]? Find(string id)
    {
        if (!keys.Keys.ContainsKey(id))
        {
            LookAgain();
        }

        return keys.Keys.GetValueOrDefault(id);
    }

    // Whoever wants to open a value hears which key is missing, not what is wrong with a file.
    private void LookAgain()
    {
        try
        {
            ReadAgain();
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
}
