using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>Somebody on a channel: a person or the bot.</summary>
internal sealed record ChannelAccount(string Id, string? Name = null, string? Role = null);

/// <summary>Where people speak: one to one, or a group.</summary>
internal sealed record ConversationAccount(string Id, bool? IsGroup = null, string? ConversationType = null, string? TenantId = null)
{
    /// <summary>Whether others read along.</summary>
    [JsonIgnore]
    public bool HasOthers => IsGroup is true || ConversationType is "groupChat" or "channel";
}

/// <summary>Where a conversation can be taken up again. Shape: ConversationReference of the activity protocol.</summary>
internal sealed record ConversationReference
{
    public required string ChannelId { get; init; }

    /// <summary>Where the channel's connector listens; null when the sender only waits for the answer to its request.</summary>
    public Uri? ServiceUrl { get; init; }

    public required ConversationAccount Conversation { get; init; }

    public ChannelAccount? Bot { get; init; }

    public required ChannelAccount User { get; init; }

    /// <summary>The activity this was taken from; an answer replies to it.</summary>
    public string? ActivityId { get; init; }

    public static ConversationReference? TryParse(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<ConversationReference>(json, JsonSerializerOptions.Web);

    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
