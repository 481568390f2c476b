using Assistant.Bot.Conversation.Turns;
using Assistant.Scheduling.Delivery;

namespace Assistant.Bot.Channels.WhatsApp;

/// <summary>What a webhook tells: what people said, how far our messages got, and whose number is perhaps not hers any more.</summary>
internal sealed record WebhookNews(
    IReadOnlyList<HeardMessage> Messages, IReadOnlyList<Receipt> Receipts, IReadOnlyList<Sender> Gone);

/// <summary>Somebody on WhatsApp. One of the two is always there.</summary>
/// <param name="UserId">Meta's id of this person for our business, which stays when she hides her number; null in older news.</param>
/// <param name="Number">Her number as WhatsApp writes it (<c>wa_id</c>); null when she hides it. Never read as a number.</param>
internal sealed record Sender(string? UserId, string? Number)
{
    /// <summary>The address of her contact point.</summary>
    public string Address => UserId ?? Number ?? "";
}

/// <summary>Something that somebody said to us.</summary>
internal sealed record HeardMessage
{
    /// <summary>Meta's id of it (wamid).</summary>
    public required string Id { get; init; }

    public required Sender From { get; init; }

    /// <summary>When it was said, perhaps days ago; null where the news does not tell.</summary>
    public DateTimeOffset? SaidAt { get; init; }

    public required HeardContent Content { get; init; }

    /// <summary>Whether somebody else's words were passed on.</summary>
    public bool IsForwarded { get; init; }
}

/// <summary>The words or the button of a message; neither, for a photograph without a line under it.</summary>
internal sealed record HeardContent(string Text, ChoiceValue? Choice = null);
