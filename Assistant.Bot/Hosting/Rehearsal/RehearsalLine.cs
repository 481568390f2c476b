using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Bot.Hosting.Rehearsal;

/// <summary>One line of a rehearsal: what somebody would have received, or what she said.</summary>
internal sealed record RehearsalLine
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>On the person's own clock. Shape: ISO 8601, minutes, no offset.</summary>
    public required string Local { get; init; }

    public required string Person { get; init; }

    /// <summary>What she received; null when she spoke.</summary>
    public string? Text { get; init; }

    /// <summary>The buttons under it.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>What she said; null when she received.</summary>
    public string? Said { get; init; }

    public string AsJson() => JsonSerializer.Serialize(this, Json);

    public string AsText() => Said is null
        ? $"{Local.Replace('T', ' ')}  {Person}  <  {Text}{(Choices is { Count: > 0 } ? $"  [{string.Join(" | ", Choices)}]" : "")}"
        : $"{Local.Replace('T', ' ')}  {Person}  >  {Said}";
}
