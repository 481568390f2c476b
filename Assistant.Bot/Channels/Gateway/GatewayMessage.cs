using System.Text.Json;
using Assistant.Bot.Conversation.Replies;
using Assistant.Scheduling.Delivery;
using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>What is posted to the adapter: the one shape of a text message and of a spoken call.</summary>
/// <param name="Id">Our id; a repeat of it is the same message, and is not sent again.</param>
/// <param name="Kind"><c>text</c> or <c>call</c>.</param>
/// <param name="To">The number, E.164.</param>
/// <param name="Language">BCP 47, for the voice.</param>
/// <param name="Confirm">Said first on a call: whether the right person is there. Nothing else is said before key 1.</param>
/// <param name="Text">What is written, or spoken after that.</param>
/// <param name="Keys">The keys that answer, each with what is said about it.</param>
internal sealed record GatewayMessage(
    string Id, string Kind, string To, string Language, string? Confirm, string Text, IReadOnlyList<GatewayKey> Keys)
{
    public static GatewayMessage Of(ContactPoint to, RenderedMessage message)
    {
        var calls = MeansOrder.Of(to.Channel) is Means.Call;
        return new GatewayMessage(
            $"{message.Id}",
            calls ? "call" : "text",
            to.Address,
            message.Language,
            calls ? message.Call?.Confirm : null,
            calls ? message.Speak : message.Text,
            [.. message.Choices.Select((choice, index) => new GatewayKey($"{index + 1}", message.Call?.Keys[index] ?? $"{index + 1} {choice.Title}", choice.Value))]);
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}

/// <summary>A key that answers.</summary>
/// <param name="Key">The digit.</param>
/// <param name="Say">What is said or written about it.</param>
/// <param name="Value">What is posted back for it.</param>
internal sealed record GatewayKey(string Key, string Say, string Value);
