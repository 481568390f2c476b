using System.Net;
using System.Text.RegularExpressions;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>The words of a message as a person meant them: our name taken off, other names left, markup gone.</summary>
/// <remarks>Source: Teams, "Receive only at-mentioned messages"; a mention is an entity and also <c>&lt;at&gt;</c> in the text.</remarks>
internal static partial class ActivityText
{
    /// <summary>How much of a message is read. Default 4,000: nobody types more, and a letter of 250 KB is no turn.</summary>
    public const int MostCharacters = 4_000;

    public static string Of(JsonFields fields, ChannelAccount? bot)
    {
        var text = fields.Text("text") ?? "";
        foreach (var mention in fields.Objects("entities").Where(entity => entity.Text("type") is "mention"))
        {
            if (bot is not null && mention.Object("mentioned")?.Text("id") == bot.Id && mention.Text("text") is { Length: > 0 } name)
            {
                text = text.Replace(name, " ", StringComparison.Ordinal);
            }
        }

        if (bot?.Name is { Length: > 0 } ours)
        {
            text = text.Replace($"<at>{ours}</at>", " ", StringComparison.OrdinalIgnoreCase);
        }

        if (fields.Text("channelId") is "msteams")
        {
            text = WebUtility.HtmlDecode(MentionMark().Replace(text, ""));
        }

        return Shortened(text.Replace('\u00A0', ' ').Trim());
    }

    private static string Shortened(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        return char.IsHighSurrogate(text[MostCharacters - 1]) ? text[..(MostCharacters - 1)] : text[..MostCharacters];
    }

    [GeneratedRegex("</?at(?: [^>]{0,100})?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex MentionMark();
}
