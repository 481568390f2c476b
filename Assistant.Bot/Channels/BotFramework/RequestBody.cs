using System.Buffers;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>The raw bytes of a request, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>How large an activity may be. Default 256 KB: the protocol's own limit.</summary>
    public const int MostBytes = 256 * 1024;

    /// <returns>The bytes; null when there are too many.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MostBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
