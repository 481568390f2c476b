using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Conversation.Replies;

/// <summary>One button: what it shows and what it carries.</summary>
internal sealed record RenderedChoice(string Title, string Value);

/// <summary>What a telephone call says around a message.</summary>
/// <param name="Confirm">Asks whether the right person is there, before anything is said.</param>
/// <param name="Keys">What is said of each key.</param>
internal sealed record CallWords(string Confirm, IReadOnlyList<string> Keys);

/// <summary>A message in words, ready for the shape of a channel.</summary>
internal sealed record RenderedMessage
{
    public required MessageId Id { get; init; }

    /// <summary>For the eye.</summary>
    public required string Text { get; init; }

    /// <summary>For the ear: numbers and times in words. Plain text, not SSML.</summary>
    public required string Speak { get; init; }

    /// <summary>The language it is in. Shape: BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>At most three.</summary>
    public IReadOnlyList<RenderedChoice> Choices { get; init; } = [];

    /// <summary>What a telephone call says around it; null where nobody is called.</summary>
    public CallWords? Call { get; init; }

    /// <summary>Whether an answer is awaited, so that a microphone may open.</summary>
    public bool AwaitsAnswer { get; init; }
}
