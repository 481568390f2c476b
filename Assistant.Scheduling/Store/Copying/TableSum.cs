using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Scheduling.Store.Copying;

/// <summary>What a table holds, in one line that is the same on every database: how many rows, and their sum.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">How many.</param>
/// <param name="Sum">SHA-256 of every row, added up by XOR, in hexadecimal: the order of the rows does not count.</param>
/// <remarks>Finds accidents, not intent: rows of one table differ by their key, so that none cancels another out.</remarks>
public sealed record TableSum(string Table, long Rows, string Sum)
{
    /// <summary>Adds the rows up as they come by.</summary>
    internal sealed class Counting(string table)
    {
        private readonly byte[] sum = new byte[SHA256.HashSizeInBytes];
        private readonly byte[] row = new byte[SHA256.HashSizeInBytes];
        private readonly StringBuilder text = new();
        private long rows;

        public void Add(object?[] values)
        {
            text.Clear();
            foreach (var value in values)
            {
                // The length before each value: two values cannot pass for others by where one ends.
                var written = Written(value);
                text.Append(written?.Length ?? -1).Append(':').Append(written);
            }

            SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), row);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] ^= row[i];
            }

            rows++;
        }

        public TableSum Total() => new(table, rows, Convert.ToHexStringLower(sum));

        private static string? Written(object? value) => value switch
        {
            null => null,
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }
}
