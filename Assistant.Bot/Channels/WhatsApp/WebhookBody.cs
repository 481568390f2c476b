namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>The raw bytes of a webhook, up to a limit.</summary>
internal static class WebhookBody
{
    /// <summary>How large a webhook may be. Default 3 MB: Meta's own limit.</summary>
    public const int MostBytes = 3 * 1024 * 1024;

    private const int AtOnce = 16 * 1024;

    /// <returns>The bytes; null when there are too many.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var whole = new MemoryStream((int)(request.ContentLength ?? AtOnce));
        var part = new byte[AtOnce];
        while (await request.Body.ReadAsync(part, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > MostBytes)
            {
                return null;
            }

            whole.Write(part, 0, read);
        }

        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }
}
