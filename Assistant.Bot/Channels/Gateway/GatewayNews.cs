using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Bot.Channels.Gateway;

/// <summary>What the adapter posts back: an answer, or what became of a message. The one shape of both.</summary>
internal sealed record GatewayNews
{
    /// <summary>The adapter's own id of this news; the same one twice is one.</summary>
    public string? Id { get; init; }

    /// <summary><c>text</c> or <c>call</c>: where the answer came from.</summary>
    public string? Kind { get; init; }

    /// <summary>Who answered: the number, E.164.</summary>
    public string? From { get; init; }

    /// <summary>What she wrote, or said as far as it was understood.</summary>
    public string? Text { get; init; }

    /// <summary>The value of the key that she pressed, as it was posted to the adapter.</summary>
    public string? Value { get; init; }

    /// <summary>Our id of the message that this is about.</summary>
    public string? Message { get; init; }

    /// <summary><c>accepted</c>, <c>delivered</c>, <c>read</c> or <c>failed</c>; null for an answer.</summary>
    public string? Status { get; init; }

    /// <summary>The provider's code of a failure; letters and digits.</summary>
    public string? Code { get; init; }

    /// <summary>When it was said.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Reads a body; null where it is no such object.</summary>
    public static GatewayNews? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<GatewayNews>(body.Span, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };
}
