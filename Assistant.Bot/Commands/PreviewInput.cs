using System.Text;

namespace Assistant.Bot.Commands;

/// <summary>What was given to <c>preview</c>, and what kind of schedule it looks like.</summary>
internal sealed record PreviewInput(PreviewKind Kind, byte[] Bytes)
{
    private const int Head = 4096;

    /// <summary>The text, in the letters its byte order mark says; UTF-8 without one.</summary>
    public string Text => TextOf(Bytes);

    public static PreviewInput Of(byte[] bytes) => new(KindOf(TextOf(bytes.AsSpan(0, Math.Min(bytes.Length, Head)).ToArray())), bytes);

    private static PreviewKind KindOf(string head) => head.AsSpan().TrimStart() switch
    {
        [] => PreviewKind.Nothing,
        ['{' or '[' or '<', ..] => PreviewKind.Medication,
        // A calendar may be broken from its first line on: then its own reader says where.
        _ when head.Contains("BEGIN:V", StringComparison.OrdinalIgnoreCase) => PreviewKind.Calendar,
        _ => PreviewKind.Unknown,
    };

    private static string TextOf(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}

internal enum PreviewKind
{
    Nothing,
    Unknown,
    Medication,
    Calendar,
}
