using System.Text.Json;
using Assistant.Bot.Speech;

namespace Assistant.Bot.Channels.WebChat;

/// <summary><c>GET /speech/{conversation}/{watermark}</c>: one message of a conversation as sound.</summary>
/// <remarks>Only what is stored is read aloud, so nobody can make this machine say something else.</remarks>
internal sealed class ReadAloud(ChatStore store, SpokenCache voice)
{
    private const string KeepForADay = "private, max-age=86400, immutable";

    public async Task<IResult> GetAsync(HttpContext context, string conversation, long watermark, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(conversation, watermark, cancellationToken) is not { } shown)
        {
            return DirectLine.Fault(StatusCodes.Status404NotFound, "BadArgument", "There is no such message.");
        }

        switch (await voice.SayAsync(TextOf(shown), cancellationToken))
        {
            case SpokenOutcome.Sound sound:
                context.Response.Headers.CacheControl = KeepForADay;
                return Results.Bytes(sound.Audio, sound.ContentType, enableRangeProcessing: true);
            case SpokenOutcome.NoVoice none:
                return DirectLine.Fault(StatusCodes.Status501NotImplemented, "NoVoice", none.Hint);
            default:
                return DirectLine.Fault(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "It could not be read aloud now.");
        }
    }

    private static SpokenText TextOf(ChatActivity shown)
    {
        using var activity = JsonDocument.Parse(shown.Json);
        var root = activity.RootElement;
        return new SpokenText(Text(root, "speak") ?? Text(root, "text") ?? "", Text(root, "locale") ?? "nl");
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.String ? found.GetString() : null;
}
