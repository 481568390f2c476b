using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Assistant.Bot.Conversation.Turns;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>What a page sends. Shape: Direct Line 3.0 activity; other fields may be there and are left alone.</summary>
internal sealed record PostedMessage
{
    /// <summary>How much of a message is read. Default 4,000 characters: nobody types more.</summary>
    private const int MostCharacters = 4_000;

    /// <summary>How long a client's own id may be. Default 200 characters.</summary>
    private const int MostKeyCharacters = 200;

    public string? Type { get; init; }

    public string? Text { get; init; }

    /// <summary>What a button carries.</summary>
    public JsonElement? Value { get; init; }

    public string? Locale { get; init; }

    public ClientData? ChannelData { get; init; }

    [JsonIgnore]
    public string Words => Said is { Length: > MostCharacters } letter ? letter[..MostCharacters] : Said;

    [JsonIgnore]
    public ChoiceValue? Choice => Value switch
    {
        { ValueKind: JsonValueKind.String } value => ChoiceValue.TryParse(value.GetString()),
        { ValueKind: JsonValueKind.Object } value when value.TryGetProperty("choice", out var choice)
            && choice.ValueKind is JsonValueKind.String => ChoiceValue.TryParse(choice.GetString()),
        _ => ChoiceValue.TryParse(Text) is { Subject: not null } spoken ? spoken : null,
    };

    /// <summary>The client's own id of this message; null where it gave none, or one that is none.</summary>
    [JsonIgnore]
    public string? ClientId =>
        ChannelData?.ClientActivityID is { Length: > 0 and <= MostKeyCharacters } id && !id.Any(char.IsControl) ? id : null;

    // No database of ours keeps a NUL, and nobody types one.
    private string Said => Text?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";

    /// <summary>The activity as everybody in the conversation sees it; its sender recognises it by her own id.</summary>
    public JsonObject Echo(string person) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = person, ["role"] = "user" },
        ["text"] = Words,
        ["textFormat"] = "plain",
        ["locale"] = Locale,
        ["channelData"] = ClientId is { } id ? new JsonObject { ["clientActivityID"] = id } : null,
    };
}

/// <summary>What a client adds for itself.</summary>
internal sealed record ClientData
{
    [JsonPropertyName("clientActivityID")]
    public string? ClientActivityID { get; init; }

    /// <summary>Present when the words were spoken.</summary>
    public JsonElement? Speech { get; init; }
}
