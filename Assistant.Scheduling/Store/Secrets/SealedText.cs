using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>A value that cannot be opened, because its key is not on the ring or it was changed.</summary>
/// <param name="sentence">Which column and which key; never the value.</param>
public sealed class SealedValueException(string sentence) : Exception(sentence);

/// <summary>Words as they lie in the database: sealed, with the name of the key that opens them.</summary>
/// <remarks>
/// Shape: <c>s1.KEYID.BASE64URL(nonce 12 | cipher | tag 16)</c>, AES-256-GCM with a random nonce: good for 2^32 values
/// a key. Source: NIST SP 800-38D §8.3. The column's name is sealed along, so that a value cannot be carried to
/// another column. Its length shows how long the words are.
/// </remarks>
public static class SealedText
{
    private const string Version = "s1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals words for a column with the ring's active key.</summary>
    public static string Seal(KeyRing ring, string column, string words)
    {
        var (id, key) = ring.Active;
        var plain = Encoding.UTF8.GetBytes(words);
        var box = new byte[NonceBytes + plain.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);

        // One for each value: an AesGcm may not be used by two threads at once.
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), Encoding.UTF8.GetBytes(column));
        return $"{Version}.{id}.{Base64Url.EncodeToString(box)}";
    }

    /// <summary>Opens what <see cref="Seal"/> sealed.</summary>
    /// <exception cref="SealedValueException">The key is missing, or somebody changed the value.</exception>
    public static string Open(KeyRing ring, string column, string stored)
    {
        var id = KeyOf(stored) ?? throw new SealedValueException($"A value of {column} is not sealed.");
        var key = ring.Find(id)
            ?? throw new SealedValueException($"A value of {column} needs the key '{id}', which is not on the key ring.");
        try
        {
            var box = Base64Url.DecodeFromChars(stored.AsSpan(Prefix(id).Length));
            if (box.Length < NonceBytes + TagBytes)
            {
                throw Changed(column, id);
            }

            var plain = new byte[box.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, plain.Length), box.AsSpan(NonceBytes + plain.Length), plain, Encoding.UTF8.GetBytes(column));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            throw Changed(column, id);
        }
    }

    /// <summary>The id of the key that sealed this value; null where it is not sealed.</summary>
    public static string? KeyOf(string stored) =>
        stored.Split('.') is [Version, var id, _] ? id : null;

    /// <summary>How every value begins that this key sealed.</summary>
    internal static string Prefix(string keyId) => $"{Version}.{keyId}.";

    private static SealedValueException Changed(string column, string id) =>
        new($"A value of {column}, sealed with the key '{id}', was changed or cut off, or that key is another one.");
}
