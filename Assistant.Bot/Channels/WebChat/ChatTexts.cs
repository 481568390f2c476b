using Microsoft.Extensions.Localization;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>Names the resource files with the words of the resident's page.</summary>
internal sealed class ChatTexts
{
    // What the page's script says by itself.
    private static readonly string[] ForScript =
    [
        "me", "bot", "voice.on", "voice.off", "voice.hear", "voice.stop", "voice.missing", "voice.failed", "voice.press",
        "line.connecting", "line.away", "line.here", "sending.sending", "sending.waiting", "sending.failed",
    ];

    /// <summary>The words that the page's script needs, by their key.</summary>
    public static Dictionary<string, string> ScriptWords(IStringLocalizer<ChatTexts> texts) =>
        ForScript.ToDictionary(key => key, key => texts[key].Value);
}
