using Assistant.Scheduling.Residents;

namespace Assistant.Bot.Conversation.Turns;

/// <summary>Something we asked somebody, until it is answered or nobody waits for it any more.</summary>
internal sealed class OpenQuestion
{
    public required PersonId PersonId { get; init; }

    /// <summary>The question (<c>medication.taken?</c>).</summary>
    public required string Key { get; init; }

    /// <summary>Whether it only offers to take something back: nobody need answer it, and sentences are heard as if nothing were asked.</summary>
    public bool IsOffer => Key.EndsWith(".undo?", StringComparison.Ordinal);

    /// <summary>What it is about: a thing of the day, a check-in, a concern.</summary>
    public required Guid Subject { get; init; }

    public required DateTimeOffset AskedAt { get; set; }

    public required DateTimeOffset ValidUntil { get; set; }

    /// <summary>Which question to this person it was: of two that were asked in one instant the second is the newer.</summary>
    public required int Number { get; set; }
}
