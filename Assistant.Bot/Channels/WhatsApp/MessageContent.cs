using System.Text.Json;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>What a message of WhatsApp says, whatever its kind.</summary>
/// <remarks>
/// 1. Words are words, and so is the line under a photograph or a film; the line under a document is its title, which
/// she did not say. 2. A button is what it carries; one that carries nothing
/// of ours (a template's without payload) is the words on it. 3. A photograph, a spoken message, a place or a sticker
/// is without words for now, but not without meaning: she is alive, and whoever sends something expects an answer. So
/// it goes the way of every message, and hears that we did not understand. 4. A reaction, an order,
/// a change of an earlier message and all that is unknown asks for no answer, and gets none.
/// </remarks>
internal static class MessageContent
{
    /// <summary>How much of a message is read. Source: WhatsApp Cloud API, <c>text.body</c>.</summary>
    public const int MostCharacters = 4096;

    /// <returns>What it says; null for what is not said to us.</returns>
    public static HeardContent? Of(JsonElement message) => message.Text("type") switch
    {
        "text" => new HeardContent(Shortened(message.Part("text")?.Text("body"))),
        "button" when message.Part("button") is { } button => Pressed(button.Text("payload"), button.Text("text")),
        "interactive" when message.Part("interactive") is { } answer => Reply(answer),
        "image" or "video" => new HeardContent(Caption(message)),
        "document" or "audio" or "voice" or "sticker" or "location" or "contacts" or "unsupported" => new HeardContent(""),
        _ => null,
    };

    private static HeardContent? Reply(JsonElement answer) =>
        (answer.Part("button_reply") ?? answer.Part("list_reply")) is { } reply ? Pressed(reply.Text("id"), reply.Text("title")) : null;

    private static HeardContent? Pressed(string? carried, string? shown) =>
        carried != shown && ChoiceValue.TryParse(carried) is { } choice && IsOurs(choice) ? new HeardContent("", choice)
        : shown is not null ? new HeardContent(Shortened(shown))
        : null;

    // What names nothing of ours may be anybody's id: then the words on the button are what she said.
    private static bool IsOurs(ChoiceValue choice) => choice.Subject is not null || choice.Intent.Contains('.', StringComparison.Ordinal);

    private static string Caption(JsonElement message) =>
        message.Text("type") is { } type && message.Part(type) is { } media ? Shortened(media.Text("caption")) : "";

    private static string Shortened(string? text)
    {
        if (text is null || text.Length <= MostCharacters)
        {
            return text ?? "";
        }

        return char.IsHighSurrogate(text[MostCharacters - 1]) ? text[..(MostCharacters - 1)] : text[..MostCharacters];
    }
}
