using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Scheduling.Store.Secrets;

/// <summary>What the text of a ring says.</summary>
internal sealed record KeyRingText(string ActiveId, FrozenDictionary<string, byte[]> Keys, byte[] HashKey)
{
    private const int MostIdLetters = 16;

    /// <summary>The same for texts that say the same, and for no others; it tells nothing of the keys.</summary>
    /// <remarks>Shape: 64 hexadecimal digits, SHA-256 (FIPS 180-4).</remarks>
    public string Print => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{ActiveId}\n{string.Concat(Keys.OrderBy(key => key.Key, StringComparer.Ordinal).Select(Line))}{Convert.ToHexString(HashKey)}")));

    /// <summary>Reads a text; an environment variable may put semicolons where a file has lines.</summary>
    public static KeyRingText Parse(string text)
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        string? active = null;
        var number = 0;
        foreach (var line in text.Split('\n', ';').Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            var (id, key) = Line(line, number);
            if (!keys.TryAdd(id, key))
            {
                throw new FormatException($"Line {number} of the key ring uses a name that was used before.");
            }

            active ??= id == KeyRing.HashKeyId ? null : id;
        }

        return active is not null && keys.Remove(KeyRing.HashKeyId, out var hash)
            ? new KeyRingText(active, keys.ToFrozenDictionary(StringComparer.Ordinal), hash)
            : throw new FormatException($"The key ring needs a key to seal with and a key called '{KeyRing.HashKeyId}'.");
    }

    /// <summary>These keys, and those that only the older text has.</summary>
    public KeyRingText Beside(KeyRingText older)
    {
        if (!CryptographicOperations.FixedTimeEquals(HashKey, older.HashKey))
        {
            throw new FormatException($"The key called '{KeyRing.HashKeyId}' is another one than before; it must never change.");
        }

        // The same id for another key would open nothing: what we have sealed with it is what it means.
        var all = Keys.Concat(older.Keys).GroupBy(key => key.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
        return this with { Keys = all };
    }

    private static string Line(KeyValuePair<string, byte[]> key) => $"{key.Key} {Convert.ToHexString(key.Value)}\n";

    private static (string Id, byte[] Key) Line(string line, int number)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || parts[0].Length > MostIdLetters || !parts[0].All(char.IsAsciiLetterOrDigit))
        {
            throw new FormatException($"Line {number} of the key ring is not a name of at most {MostIdLetters} letters and a key.");
        }

        var key = new byte[KeyRing.KeyBytes];
        return Convert.TryFromBase64String(parts[1], key, out var written) && written == KeyRing.KeyBytes
            ? (parts[0], key)
            : throw new FormatException($"The key on line {number} of the key ring is not {KeyRing.KeyBytes} bytes of base64.");
    }
}
