using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Channels.WebChat;

/// <summary>What a client says when it starts. Shape: Direct Line 3.0.</summary>
internal sealed record StartRequest(StartUser? User, string? Locale);

/// <summary>Who starts: a person's id.</summary>
internal sealed record StartUser(string? Id);

/// <summary>A conversation, with what is needed to listen to it. Shape: Direct Line 3.0.</summary>
internal sealed record ConversationAnswer(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);

/// <summary>Activities and the watermark after them. Shape: Direct Line 3.0 ActivitySet.</summary>
internal sealed record ActivitySet(IReadOnlyList<JsonNode> Activities, string Watermark)
{
    public static ActivitySet Of(ChatExcerpt page) => new(
        [.. page.Activities.Select(activity => JsonNode.Parse(activity.Json)).OfType<JsonNode>()],
        page.Watermark.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>The answer to a posted activity.</summary>
internal sealed record PostedActivity(string Id);

/// <summary>What went wrong. Shape: Direct Line 3.0.</summary>
internal sealed record ChatError(ChatErrorBody Error)
{
    public static ChatError Of(string code, string message) => new(new ChatErrorBody(code, message));
}

/// <summary>A code for programs and a sentence for those who write them.</summary>
internal sealed record ChatErrorBody(string Code, string Message);

/// <summary>Our own messages as activities.</summary>
internal static class ChatMessage
{
    private const string Bot = "assistant";

    public static JsonObject Of(RenderedMessage message) => new()
    {
        ["type"] = "message",
        ["from"] = new JsonObject { ["id"] = Bot, ["role"] = "bot" },
        ["text"] = message.Text,
        ["textFormat"] = "plain",
        ["speak"] = message.Speak,
        ["locale"] = message.Language,
        ["inputHint"] = message.AwaitsAnswer ? "expectingInput" : "acceptingInput",
        ["suggestedActions"] = message.Choices.Count == 0 ? null : new JsonObject
        {
            ["actions"] = new JsonArray([.. message.Choices.Select(Action)]),
        },
    };

    /// <summary>That the question of this activity is answered, wherever it was; shows nothing.</summary>
    public static JsonObject Answered(string activity) => new()
    {
        ["type"] = "event",
        ["name"] = "answered",
        ["from"] = new JsonObject { ["id"] = Bot, ["role"] = "bot" },
        ["replyToId"] = activity,
    };

    private static JsonObject Action(RenderedChoice choice) => new()
    {
        ["type"] = "messageBack",
        ["title"] = choice.Title,
        ["text"] = choice.Title,
        ["displayText"] = choice.Title,
        ["value"] = choice.Value,
    };
}
