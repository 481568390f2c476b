using System.Text.Json.Nodes;
using Assistant.Bot.Conversation.Replies;

namespace Assistant.Bot.Channels.BotFramework;

/// <summary>The choices of a message as an Adaptive Card with nothing but buttons.</summary>
internal static class ChoiceCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    public static Attachment Of(IReadOnlyList<RenderedChoice> choices) => new(ContentType, new JsonObject
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.4",
        ["body"] = new JsonArray(),
        ["actions"] = new JsonArray([.. choices.Select(Action)]),
    });

    // The msteams part makes Teams show the button's words as what the person said.
    private static JsonObject Action(RenderedChoice choice) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = choice.Title,
        ["data"] = new JsonObject
        {
            [OutboundActivity.ChoiceField] = choice.Value,
            ["msteams"] = new JsonObject
            {
                ["type"] = "messageBack",
                ["displayText"] = choice.Title,
                ["text"] = choice.Title,
                ["value"] = new JsonObject { [OutboundActivity.ChoiceField] = choice.Value },
            },
        },
    };
}
