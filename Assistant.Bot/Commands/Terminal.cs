using System.Text;

namespace Assistant.Bot.Commands;

/// <summary>Where a verb reads its lines, its clock, and where it answers: the process's own, or a test's.</summary>
internal sealed record Terminal(TextReader Input, TextWriter Output, TextWriter Error, TimeProvider Clock)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>UTF-8 whatever the machine's code page, and a plain newline, written at once: a program may be waiting for the answer.</summary>
    public static Terminal OfProcess() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8),
        new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n", AutoFlush = true },
        new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true },
#pragma warning disable RS0030 // a verb is its own composition root
        TimeProvider.System);
#pragma warning restore RS0030

    /// <summary>All of the input as it came, undecoded: a file says itself in which letters it is written.</summary>
    /// <returns>The bytes, or null where there are more than <paramref name="most"/>.</returns>
    public async Task<byte[]?> ReadBytesAsync(int most, CancellationToken cancellationToken)
    {
        if (Input is not StreamReader { BaseStream: var stream })
        {
            return Utf8.GetBytes(await Input.ReadToEndAsync(cancellationToken));
        }

        using var all = new MemoryStream();
        var buffer = new byte[81_920];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            all.Write(buffer, 0, count);
            if (all.Length > most)
            {
                return null;
            }
        }

        return all.ToArray();
    }
}
