namespace Assistant.Bot.Channels.BotFramework;

/// <summary>What the Bot Framework's channels and people are called in our house.</summary>
internal static class ChannelNames
{
    // Channels of our own. The Bot Framework has some of the same name, on which anybody may choose her own user id:
    // nobody may become a resident's page by choosing the resident's.
    private static readonly string[] HouseOwn = ["webchat", "whatsapp", "alexa", "email", "sms", "telephony", "speaker"];

    private const string Theirs = "botframework-";

    /// <summary>The channel of a contact point: the channel id itself, unless the house has one of that name.</summary>
    public static string Ours(string channelId) => HouseOwn.Contains(channelId, StringComparer.OrdinalIgnoreCase) ? Theirs + channelId : channelId;

    /// <summary>Whether a contact point of that channel is reached through the Bot Framework.</summary>
    public static bool IsTheirs(string channel) => !HouseOwn.Contains(channel, StringComparer.OrdinalIgnoreCase);

    /// <summary>The address of somebody in a conversation.</summary>
    /// <remarks>
    /// In a group she is somebody else than at home: what is said there is read by others, so a reminder never goes
    /// there, and nobody's pills are spoken of there.
    /// </remarks>
    public static string AddressOf(ChannelAccount who, ConversationAccount where) =>
        where.HasOthers ? $"{where.Id.Split(';')[0]}/{who.Id}" : who.Id;
}
