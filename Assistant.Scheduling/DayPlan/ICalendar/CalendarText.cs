using System.Text;

namespace Assistant.Scheduling.DayPlan.ICalendar;

/// <summary>One unfolded line of a file and the number of the line it began on, from 1.</summary>
internal readonly record struct UnfoldedLine(int Number, string Text);

/// <summary>The bytes of a file as unfolded lines.</summary>
/// <remarks>
/// Folding cuts octets, also in the middle of a letter, so lines are joined before they are decoded. A line end is
/// CRLF, LF or CR; what is not UTF-8 is read as Latin-1 rather than lost. Source: RFC 5545 §3.1.
/// </remarks>
internal static class CalendarText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<UnfoldedLine> Unfold(byte[] file)
    {
        var bytes = AsUtf8(file);
        var line = new MemoryStream();
        var (number, begun) = (0, 0);
        for (var at = 0; at < bytes.Length;)
        {
            var end = EndOfLine(bytes, at);
            number++;
            var folded = end > at && bytes[at] is (byte)' ' or (byte)'\t' && line.Length > 0;
            if (!folded && end > at)
            {
                if (line.Length > 0)
                {
                    yield return new UnfoldedLine(begun, Text(line));
                }

                line.SetLength(0);
                begun = number;
            }

            line.Write(bytes, folded ? at + 1 : at, end - at - (folded ? 1 : 0));
            at = end + (end + 1 < bytes.Length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }

        if (line.Length > 0)
        {
            yield return new UnfoldedLine(begun, Text(line));
        }
    }

    private static int EndOfLine(byte[] bytes, int at)
    {
        var length = bytes.AsSpan(at).IndexOfAny((byte)'\r', (byte)'\n');
        return length < 0 ? bytes.Length : at + length;
    }

    private static byte[] AsUtf8(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => file[3..],
        [0xFF, 0xFE, ..] => Encoding.Convert(Encoding.Unicode, Strict, file[2..]),
        [0xFE, 0xFF, ..] => Encoding.Convert(Encoding.BigEndianUnicode, Strict, file[2..]),
        _ => file,
    };

    private static string Text(MemoryStream line)
    {
        var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
